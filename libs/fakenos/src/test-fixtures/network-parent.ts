import { startFakeNetwork } from '../network/start-fake-network';
import { benchModel } from './bench-model';

// A program that starts a network, reports its process id and the port of a device, and waits to be killed.
void startFakeNetwork({ model: benchModel(1), bind: '127.0.0.1' }).then(({ pid, devices }) =>
  process.send?.([pid, devices[0]?.port]),
);
