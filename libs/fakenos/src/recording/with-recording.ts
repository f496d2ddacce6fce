import type { DialogueClient, OpenDialogue } from '../engine/dialogue';
import { RecordedInput } from './recorded-input';
import type { SessionRecorder } from './session-recorder';
import type { SessionTape } from './session-tape';

export interface RecordingOptions {
  readonly recorder: SessionRecorder;
  /** The device's name. */
  readonly host: string;
  /**
   * What stands between the device and its client (its behaviour): what is typed is recorded as the device takes it,
   * what is said as the client hears it.
   */
  readonly behind?: (open: OpenDialogue) => OpenDialogue;
}

/** Sessions that are recorded, from the greeting to the end. */
export function withRecording(
  open: OpenDialogue,
  { recorder, host, behind = (inner) => inner }: RecordingOptions,
): OpenDialogue {
  return (client) => {
    let tape: SessionTape | undefined;
    const begin = (kind: 'shell' | 'exec') => {
      tape = recorder.begin(beginningOf(client, host, kind));
    };
    const openRecorded = behind((inner) => new RecordedInput(inner, open, () => tape));
    const { sink } = client;
    const dialogue = openRecorded({
      ...client,
      sink: {
        write: (text, stream) => {
          tape?.said(text);
          return sink.write(text, stream);
        },
        end: (status) => {
          tape?.ended(status);
          sink.end(status);
        },
      },
    });
    return {
      get awaits() {
        return dialogue.awaits ?? 'command';
      },
      interact: () => {
        begin('shell');
        dialogue.interact();
      },
      execute: (command) => {
        begin('exec');
        dialogue.execute(command);
      },
      input: (bytes) => dialogue.input(bytes),
      inputOver: () => dialogue.inputOver(),
      resume: () => dialogue.resume(),
      resize: (rows, columns) => dialogue.resize(rows, columns),
      hungUp: () => {
        tape?.ended(null);
        dialogue.hungUp?.();
      },
    };
  };
}

function beginningOf(
  { username, terminal, connection }: DialogueClient,
  host: string,
  kind: 'shell' | 'exec',
) {
  return {
    host,
    username,
    transport: connection?.transport ?? 'ssh',
    kind,
    terminal: terminal !== undefined,
    client_address: connection?.address ?? '',
  } as const;
}
