import type { Behavior } from '@remote-lab/fakenos';
import type { BehaviorDto } from '@remote-lab/protocol';
import type { Request } from 'express';
import { Refusal } from '../../../refusal';
import { readJson } from '../../read-json';
import type { Handler } from '../handler';
import { pathNetwork } from './networks';

type Behaviors = Readonly<Record<string, Behavior>>;

/** `GET /fakenos/networks/{network}/behavior`: how every host behaves. */
export const networkBehavior: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  response.json(await fakenos.getBehavior(pathNetwork(request)));
};

/** `PUT /fakenos/networks/{network}/behavior`: from now on every host behaves so, also one that was told otherwise. */
export const setNetworkBehavior: Handler = async (request, response, { lifecycle }) => {
  const behavior = await readJson(request, response);
  lifecycle.refuseNewWork();
  const { fakenos } = await lifecycle.services();
  response.json(await fakenos.setBehavior(pathNetwork(request), 'all', behavior));
};

/** `DELETE /fakenos/networks/{network}/behavior`: every host is without faults again. */
export const resetNetworkBehavior: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  await fakenos.setBehavior(pathNetwork(request), 'all', {});
  response.status(204).end();
};

/** `GET /fakenos/networks/{network}/hosts/{host}/behavior`: how one host behaves. */
export const hostBehavior: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  const network = pathNetwork(request);
  response.json(behaviorOf(await fakenos.getBehavior(network), network, pathHost(request)));
};

/** `PUT /fakenos/networks/{network}/hosts/{host}/behavior`: from now on that host differs so from the others. */
export const setHostBehavior: Handler = async (request, response, { lifecycle }) => {
  const behavior = await readJson(request, response);
  lifecycle.refuseNewWork();
  const { fakenos } = await lifecycle.services();
  const [network, host] = [pathNetwork(request), pathHost(request)];
  response.json(behaviorOf(await fakenos.setBehavior(network, [host], behavior), network, host));
};

/** `DELETE /fakenos/networks/{network}/hosts/{host}/behavior`: that host behaves as the others again. */
export const resetHostBehavior: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  await fakenos.setBehavior(pathNetwork(request), [pathHost(request)], {});
  response.status(204).end();
};

function pathHost({ params }: Request): string {
  return String(params['host']);
}

function behaviorOf(behaviors: Behaviors, network: string, host: string): BehaviorDto {
  const behavior = Object.hasOwn(behaviors, host) ? behaviors[host] : undefined;
  if (behavior === undefined)
    throw new Refusal(
      'host_unknown',
      `The network ${network} has no host ${host}; ask for the network to see which it has.`,
    );
  const { answers, ...rest } = behavior;
  return { ...rest, ...(answers === undefined ? {} : { answers: answers.map((each) => ({ ...each })) }) };
}
