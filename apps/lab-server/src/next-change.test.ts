import { expect, test } from '@jest/globals';
import { nextChange } from './next-change';

const rejecting = (error: Error) => ({ changed: () => Promise.reject(error) });
const never = new AbortController().signal;

test('a queue that closes is a reason to look again', async () => {
  const closed = Object.assign(new Error('closed'), { code: 'queue_closed' });
  await expect(nextChange(rejecting(closed), 'session-1', never)).resolves.toBeUndefined();
});

test('so is a signal that aborts', async () => {
  const signal = AbortSignal.abort(new Error('over'));
  await expect(nextChange(rejecting(new Error('over')), 'session-1', signal)).resolves.toBeUndefined();
});

test('any other failure is one', async () => {
  await expect(nextChange(rejecting(new Error('broken')), 'session-1', never)).rejects.toThrow('broken');
});
