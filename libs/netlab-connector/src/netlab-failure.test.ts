import { expect, test } from '@jest/globals';
import { netlabFailure } from './netlab-failure';

test.each([
  [
    { exitCode: 1, tail: ['a', 'Fatal error in netlab: no', '... hint'] },
    'netlab up failed with exit code 1: Fatal error in netlab: no',
  ],
  [
    { exitCode: 1, tail: ['Fatal error: x', 'KeyError: box'] },
    'netlab up failed with exit code 1: KeyError: box',
  ],
  [
    {
      exitCode: 1,
      tail: ['Fatal error in netlab up: initial failed', 'Error response from r1: syntax error'],
    },
    'netlab up failed with exit code 1: Fatal error in netlab up: initial failed',
  ],
  [{ exitCode: 2, tail: ['usage', 'last words'] }, 'netlab up failed with exit code 2: last words'],
  [{ exitCode: 1, tail: [] }, 'netlab up failed with exit code 1 and said nothing'],
  [
    { exitCode: 128, signal: 'SIGTERM', tail: [] },
    'netlab up was ended from outside by SIGTERM and said nothing',
  ],
  [
    { exitCode: 128, signal: 'SIGKILL', tail: ['Starting clab nodes'] },
    'netlab up was ended from outside by SIGKILL (by hand, or by the system when it was short of memory); its last line was: Starting clab nodes',
  ],
  [
    { exitCode: 1, tail: ['Continue? [y/n]:', 'EOFError: EOF when reading a line'] },
    'netlab up failed with exit code 1: it asked a question, which nobody is there to answer (EOFError: EOF when reading a line). It asks before it starts a topology with "provider: external", which this server cannot use: use clab or libvirt, or fake devices.',
  ],
  [
    { exitCode: 1, tail: ['Fatal error in netlab: KVM is not installed or does not include kvm-ok utility'] },
    'netlab up failed with exit code 1: Fatal error in netlab: KVM is not installed or does not include kvm-ok utility. Write "provider: clab" into the topology, or set it for all with --netlab-env NETLAB_PROVIDER=clab.',
  ],
])('%j is told as %j', (ended, message) => {
  expect(netlabFailure(['up', '-q'], ended)).toMatchObject({
    code: 'netlab_failed',
    message,
    output: ended.tail,
  });
});

test('advice on what a start asks is none on what another command asks', () => {
  const { message } = netlabFailure(['down'], {
    exitCode: 1,
    signal: undefined,
    tail: ['EOFError: EOF when reading a line'],
  });
  expect(message).toMatch(/nobody is there to answer \(EOFError: EOF when reading a line\)$/);
});
