import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installProject } from '../examples/install-project.mjs';

/** What a test does to know that a device is there: it reads how its SSH server greets. */
const GREETING = `
function greeting({ host, port }) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
  });
}

async function until(holds) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 25));
}
`;

/** Tests by name. `running` and `go` are files by which a test and the matrix wait for each other. */
const BODIES = {
  pass: `test('a device answers', async () => {
  expect(await greeting(lab.device('r1'))).toMatch(/^SSH-2/);
});`,
  fail: `test('nothing is right', () => {
  expect(lab.device('r1').platform).toBe('toaster');
});`,
  hold: `test('a device answers, before and after', async () => {
  expect(await greeting(lab.device('r1'))).toMatch(/^SSH-2/);
  writeFileSync('running', '');
  await until(() => existsSync('go'));
  expect(await greeting(lab.device('r1'))).toMatch(/^SSH-2/);
}, 120_000);`,
};

/**
 * Installs a runner and our package for it, once for all of its cases.
 *
 * @param {string} home which does not exist yet
 * @param {import('./runners.mjs').Runner} runner
 * @param {Map<string, string>} tarballs
 */
export async function installRunner(home, { devDependencies }, tarballs) {
  await mkdir(home);
  await writeFile(path.join(home, 'package.json'), JSON.stringify({ private: true, devDependencies }));
  await installProject(home, tarballs);
}

/**
 * Writes a project for one case below the folder in which its runner is installed.
 *
 * @param {string} home
 * @param {string} name
 * @param {import('./runners.mjs').Runner} runner
 * @param {{ tests: Record<string, string>, config?: Record<string, unknown>, topologies?: Record<string, string> }} content
 *   `tests` are bodies by file name
 * @returns {Promise<string>} its folder
 */
export async function writeCase(home, name, runner, { tests, config, topologies = {} }) {
  const folder = path.join(home, name.replaceAll(/\W+/g, '-'));
  const files = {
    ...runner.files,
    ...topologies,
    'package.json': JSON.stringify({ private: true }),
    ...(config === undefined ? {} : { 'remote-lab.config.json': JSON.stringify(config) }),
  };
  for (const [test, body] of Object.entries(tests)) {
    files[`${test}.${runner.testExtension}`] = `${runner.testHead}\n${GREETING}\n${body}\n`;
  }
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  return folder;
}

/**
 * A test by its name: `pass`, `fail` or `hold`, which waits in the middle.
 *
 * @param {keyof typeof BODIES} name
 * @returns {string}
 */
export function testBody(name) {
  return BODIES[name];
}

/**
 * A test that wants a lab of its own.
 *
 * @param {string} topology
 * @returns {string}
 */
export function perFileTest(topology) {
  return `const own = remoteLab('./${topology}', { reuse: true });
test('a device answers', async () => {
  expect(await greeting(own.device('r1'))).toMatch(/^SSH-2/);
});`;
}

/**
 * Two switches.
 *
 * @param {string} name
 * @returns {string}
 */
export function topology(name) {
  return `name: ${name}\nprovider: clab\ndefaults.device: eos\nnodes: [r1, r2]\nlinks: [r1-r2]\n`;
}
