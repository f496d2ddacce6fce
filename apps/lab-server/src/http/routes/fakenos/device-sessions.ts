import { recordedPlatform as platformOf } from '@remote-lab/fakenos';
import type { DeviceRecordingDto, DeviceSessionDto, RecordedPlatformDto } from '@remote-lab/protocol';
import type { Handler } from '../handler';
import { pathNetwork } from './networks';

/** `GET /fakenos/networks/{network}/sessions`: who logged in to its hosts. */
export const deviceSessions: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  const sessions: DeviceSessionDto[] = [...(await fakenos.getSessions(pathNetwork(request)))];
  response.json(sessions);
};

/** `GET /fakenos/networks/{network}/sessions/{id}`: what was said in one of them. */
export const deviceRecording: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  const recording = await fakenos.getRecording(pathNetwork(request), String(request.params['id']));
  const dto: DeviceRecordingDto = { ...recording, events: [...recording.events] };
  response.json(dto);
};

/** `GET /fakenos/networks/{network}/sessions/{id}/platform`: a platform file that answers as the host did. */
export const recordedPlatform: Handler = async (request, response, { lifecycle }) => {
  const { fakenos } = await lifecycle.services();
  const recording = await fakenos.getRecording(pathNetwork(request), String(request.params['id']));
  const dto: RecordedPlatformDto = { ...platformOf(recording, `${recording.host}-${recording.id}`) };
  response.json(dto);
};
