import { expect, test } from '@jest/globals';
import { readScpCommand } from './scp-command';

test.each([
  ['scp -f running-config', { kind: 'download', paths: ['running-config'], times: false }],
  ['scp -v -p -f -- /a "b c" \'d\'', { kind: 'download', paths: ['/a', 'b c', 'd'], times: true }],
  ['scp -pf x', { kind: 'download', paths: ['x'], times: true }],
  ['scp -t /tmp', { kind: 'upload' }],
  ['scp -f -- -t', { kind: 'download', paths: ['-t'], times: false }],
  ['scp', undefined],
  ['scp a b', undefined],
  ['show scp -f', undefined],
  ['', undefined],
])('%j', (line, command) => {
  expect(readScpCommand(line)).toEqual(command);
});
