import type { TopologyReportDto } from '@remote-lab/protocol';
import { clientGone } from '../client-gone';
import { receiveUpload } from '../upload/receive-upload';
import type { Handler } from './handler';

const ONLY_NETLAB_CAN_TELL =
  'The topology names plugins, which may add what this check does not know; netlab judges it when the lab is acquired.';

/** `POST /topology/validate`: reads a topology as `POST /lab` would, without a session and without building anything. */
export const validateTopology: Handler = async (request, response, context) => {
  context.lifecycle.refuseNewWork();
  const { broker } = await context.lifecycle.services();
  const { bundle } = await receiveUpload(request, response, context);
  const model = await broker.validate(bundle, clientGone(request, response));
  const report: TopologyReportDto = {
    valid: true,
    identity: bundle.identity,
    nodes: (model?.nodes ?? []).map(({ name, device, role, interfaces }) => ({
      name,
      device,
      role,
      interfaces: interfaces.map(({ ifname }) => ifname),
    })),
    ...(model === undefined ? { note: ONLY_NETLAB_CAN_TELL } : {}),
  };
  response.json(report);
};
