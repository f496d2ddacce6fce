import type { Request } from 'express';
import { restartNetworkRequestDto, routePath, startNetworkRequestDto } from '@remote-lab/protocol';
import { checkBody } from '../../check-body';
import { ClientGone, clientGone, isGone } from '../../client-gone';
import { onAbort } from '../../on-abort';
import { readJson } from '../../read-json';
import { readBoolean, readWords } from '../../read-query';
import type { Handler } from '../handler';
import { answerWithJob, NOBODY } from './answer-with-job';
import { networksDto } from './network-dtos';
import { restartWork, startWork } from './network-work';

/** `POST /fakenos/networks`: starts a fake network. One whose client has gone before the answer is stopped again. */
export const startNetwork: Handler = async (request, response, context) => {
  const wanted = checkBody(startNetworkRequestDto, await readJson(request, response));
  const { network, inventory, nowait, timeout, workers } = wanted;
  context.lifecycle.refuseNewWork();
  const { fakenos, jobs } = await context.lifecycle.services();
  if (isGone(request, response)) throw new ClientGone();
  const work = startWork(fakenos, {
    network,
    ...(inventory === undefined || inventory === null ? {} : { inventory }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(workers === undefined ? {} : { workers }),
  });
  if (nowait === true && answerWithJob(request, response, jobs, work)) return;
  const gone = clientGone(request, response);
  const outcome = await work.run(gone, NOBODY);
  onAbort(gone, () => outcome.undo());
  response.status(201).location(routePath('network', { network })).json(outcome.result);
};

/** `POST /fakenos/networks/{network}/restart`: goes on also when its client has gone, for the network was there before. */
export const restartNetwork: Handler = async (request, response, context) => {
  const body = checkBody(restartNetworkRequestDto, (await readJson(request, response)) ?? {});
  const { nowait, timeout, workers } = body;
  context.lifecycle.refuseNewWork();
  const { fakenos, jobs } = await context.lifecycle.services();
  if (isGone(request, response)) throw new ClientGone();
  const work = restartWork(fakenos, pathNetwork(request), {
    ...(timeout === undefined ? {} : { timeout }),
    ...(workers === undefined ? {} : { workers }),
  });
  if (nowait === true && answerWithJob(request, response, jobs, work)) return;
  const { result } = await work.run(new AbortController().signal, NOBODY);
  response.json(result);
};

/** `GET /fakenos/networks`: all of them, or their names. */
export const networks: Handler = async (request, response, { lifecycle }) => {
  const details = readBoolean(request, 'details', true);
  const { fakenos } = await lifecycle.services();
  fakenos.checkWorkers(readWords(request, 'workers'));
  response.json(
    details
      ? networksDto(await fakenos.inspectNetworks())
      : await fakenos.inspectNetworks({ details: false }),
  );
};

/** `GET /fakenos/networks/{network}`: one of them. */
export const network: Handler = async (request, response, { lifecycle }) => {
  const details = readBoolean(request, 'details', true);
  const { fakenos } = await lifecycle.services();
  fakenos.checkWorkers(readWords(request, 'workers'));
  const name = pathNetwork(request);
  response.json(
    details
      ? networksDto(await fakenos.inspectNetworks({ network: name }))
      : await fakenos.inspectNetworks({ network: name, details: false }),
  );
};

/** `DELETE /fakenos/networks/{network}`: stops one; answers when its process is gone. */
export const stopNetwork: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  response.json(await fakenos.stop(pathNetwork(request), workersOf(request)));
};

/** `DELETE /fakenos/networks`: stops all of them. */
export const stopNetworks: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  response.json(await fakenos.stop(undefined, workersOf(request)));
};

/** The network that the path names. */
export function pathNetwork({ params }: Request): string {
  return String(params['network']);
}

function workersOf(request: Request): { readonly workers?: readonly string[] } {
  const workers = readWords(request, 'workers');
  return workers === undefined ? {} : { workers };
}
