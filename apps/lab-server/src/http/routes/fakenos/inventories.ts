import type { NornirHost } from '@remote-lab/fakenos';
import type { NornirHostDto, NornirInventoryDto } from '@remote-lab/protocol';
import { announcedHost } from '../../announced-host';
import { readWords } from '../../read-query';
import type { Handler } from '../handler';

/** `GET /fakenos/inventory`: what the operator has configured, as it was written. */
export const fakeNosInventory: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  fakenos.checkWorkers(readWords(request, 'workers'));
  response.json(fakenos.getInventory());
};

/** `GET /fakenos/nornir-inventory`: the hosts that answer, for Nornir, under the address at which this client knows us. */
export const nornirInventory: Handler = async (request, response, context) => {
  const { fakenos } = await context.lifecycle.services();
  fakenos.checkWorkers(readWords(request, 'workers'));
  const { network } = request.query;
  const { hosts } = fakenos.getNornirInventory({
    advertiseHost: announcedHost(request, context),
    groups: readWords(request, 'groups'),
    ...(typeof network === 'string' && network !== '' ? { network } : {}),
  });
  const inventory: NornirInventoryDto = {
    hosts: Object.fromEntries(Object.entries(hosts).map(([name, host]) => [name, hostDto(host)])),
  };
  response.json(inventory);
};

/** `GET /fakenos/version`: of this server, of Node and of the system. */
export const fakeNosVersion: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  fakenos.checkWorkers(readWords(request, 'workers'));
  response.json(fakenos.getVersion());
};

function hostDto({ groups, data, ...rest }: NornirHost): NornirHostDto {
  return { ...rest, groups: [...groups], data: { ...data } };
}
