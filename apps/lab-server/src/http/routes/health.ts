import type { ReadinessDto } from '@remote-lab/protocol';
import type { Handler } from './handler';

/** `GET /healthz`: the process is up and its port is bound. */
export const healthz: Handler = (_request, response) => {
  response.status(204).end();
};

/** `GET /readyz`: whether work can be taken on, and if not, why. */
export const readyz: Handler = async (_request, response, { lifecycle }) => {
  const reasons = await notReady(lifecycle);
  const notes = lifecycle.phase === 'ready' ? (await lifecycle.services()).networkWatch.notes : [];
  const ready = reasons.length === 0;
  const readiness: ReadinessDto = { ready, reasons, ...(notes.length === 0 ? {} : { notes: [...notes] }) };
  response.status(ready ? 200 : 503).json(readiness);
};

/** `GET /debug/health`: figures for triage. */
export const debugHealth: Handler = async (_request, response, { lifecycle, clock }) => {
  const { broker } = await lifecycle.services();
  const { waiting, active } = broker.counts();
  response.json({
    status: 'ok',
    timestamp: clock.date().getTime() / 1000,
    uptime: process.uptime(),
    sessions: waiting + active,
    queue_length: waiting + active,
  });
};

async function notReady(lifecycle: Parameters<Handler>[2]['lifecycle']): Promise<string[]> {
  if (lifecycle.phase === 'draining') return ['The server is going down.'];
  if (lifecycle.phase === 'starting') return [lifecycle.step];
  const { broker } = await lifecycle.services();
  const lab = broker.lab();
  const quarantine =
    lab.state === 'quarantined' ? [`The slot is quarantined: ${lab.quarantine ?? 'a teardown failed'}.`] : [];
  return [...quarantine, ...(await broker.obstacles())];
}
