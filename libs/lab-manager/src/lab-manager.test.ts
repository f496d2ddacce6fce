import { describe, expect, test } from '@jest/globals';
import { openBench, wish } from './test-fixtures/lab-bench';

describe('acquiring a lab', () => {
  test('starts it when there is none, with one reference for the session', async () => {
    const { labs, lock } = await openBench();
    const lab = await labs.tryAcquire(wish());
    expect(lab).toMatchObject({ reused: false, generation: 1, devices: [{ name: 'r1' }, { name: 'r2' }] });
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 1, holder: 'a', topology: 'x.yml' });
    expect(lock.data['lab']).toMatchObject({ generation: 1, backend: 'scripted', notes: { scripted: 1 } });
  });

  test('finds an idle lab of the same identity at once, and says so', async () => {
    const { labs, backend } = await openBench();
    (await labs.tryAcquire(wish())).reference.release();
    expect(labs.status().state).toBe('idle');
    expect(await labs.tryAcquire(wish({ session: 'b' }))).toMatchObject({ reused: true, generation: 1 });
    expect(backend.calls).toEqual(['check', 'up 1', 'check']);
  });
});
