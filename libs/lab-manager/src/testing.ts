export { FakeClock } from './fake-clock';
export { MemoryLabLock } from './memory-lab-lock';
export { ScriptedBackend, ScriptedRefusal } from './scripted-backend';
export type { Gate, ScriptedCall } from './scripted-backend';
