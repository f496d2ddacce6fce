/**
 * What CI runs, in this order; real labs only where they can be built. Each is an npm script or a tool of the workspace, so that each can be run alone.
 * `report` names the counting of a step that counts its own tests; it is given a file to report to.
 *
 * @typedef {{ name: string, npm: string[], report?: 'jest' | 'netlab' | 'packages' | 'examples' | 'matrix' }} CheckStep
 * @type {CheckStep[]}
 */
export const checkSteps = [
  { name: 'project references', npm: ['exec', '--', 'nx', 'sync:check'] },
  { name: 'format', npm: ['run', 'format:check'] },
  { name: 'typecheck', npm: ['run', 'typecheck'] },
  // Through nx, which makes the project graph first: without one eslint leaves out the rule on layers.
  { name: 'lint', npm: ['run', 'lint'] },
  { name: 'test', npm: ['test', '--', '--json'], report: 'jest' },
  { name: 'real labs', npm: ['run', 'test:netlab', '--', '--if-present', '--json'], report: 'netlab' },
  { name: 'packages', npm: ['run', 'test:packages', '--'], report: 'packages' },
  { name: 'examples', npm: ['run', 'test:examples', '--'], report: 'examples' },
  { name: 'matrix', npm: ['run', 'test:matrix', '--'], report: 'matrix' },
];
