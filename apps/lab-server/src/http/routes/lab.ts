import type { DeviceInfoDto, LabStatusDto } from '@remote-lab/protocol';
import type { LabSnapshot } from '@remote-lab/lab-manager';
import { labIsUp } from '../../lab-is-up';
import { announcement } from '../announced-host';
import { readBoolean } from '../read-query';
import { readReference } from '../reference-name';
import { sessionHeader } from '../session-header';
import { deviceDtos } from './device-dtos';
import type { Handler } from './handler';

/** `GET /lab`: the lab as it is. */
export const labStatus: Handler = async (request, response, context) => {
  const { broker } = await context.lifecycle.services();
  using visit = broker.visit(sessionHeader(request));
  const lab = broker.lab();
  const devices = deviceDtos(lab.devices, announcement(request, context, broker));
  response.json(labStatusDto(lab, devices, broker.notice(visit.session.id)));
};

/** `GET /lab/devices`: the devices of the running lab. */
export const labDevices: Handler = async (request, response, context) => {
  const { broker } = await context.lifecycle.services();
  using visit = broker.visit(sessionHeader(request));
  response.json(deviceDtos(broker.devices(visit.session.id), announcement(request, context, broker)));
};

/** `POST /lab/release`: gives one reference back; the lab idles or goes once none is left. */
export const releaseLab: Handler = async (request, response, { lifecycle }) => {
  const { broker } = await lifecycle.services();
  using visit = broker.visit(sessionHeader(request));
  await broker.release(visit.session.id, readReference(request.query['reference']));
  response.status(204).end();
};

/** `DELETE /lab`: tears the lab down, with `force` (the default) also while references are held. */
export const destroyLab: Handler = async (request, response, { lifecycle }) => {
  const { broker } = await lifecycle.services();
  using visit = broker.visit(sessionHeader(request));
  const outcome = await broker.destroy(visit.session.id, readBoolean(request, 'force', true));
  response.status(outcome === 'destroyed' ? 202 : 204).end();
};

function labStatusDto(lab: LabSnapshot, devices: DeviceInfoDto[], notice: string | undefined): LabStatusDto {
  const running = labIsUp(lab);
  const reason = lab.quarantine ?? lab.lastFailure?.message ?? notice;
  return {
    running,
    topology: running ? (lab.topology ?? null) : null,
    ref_count: running ? lab.references : 0,
    devices: running ? devices : [],
    netlab_status: null,
    state: lab.state,
    ...(lab.identity === undefined ? {} : { identity: lab.identity }),
    ...(lab.generation === undefined ? {} : { generation: lab.generation }),
    ...(reason === undefined ? {} : { reason }),
  };
}
