import type { CommandCall, Platform, RefusalCall } from '../../engine/platform';

/** What a platform says to a value it does not know, such as an interface it does not have. */
export function refuseArgument(
  { refusals, modes }: Pick<Platform, 'refusals' | 'modes'>,
  { device, session, line }: CommandCall,
  value: string,
): string {
  const prompt = modes[session.mode]?.prompt(device, session) ?? '';
  const promptLength = prompt.length - (prompt.lastIndexOf('\n') + 1);
  const refusal: RefusalCall = {
    device,
    session,
    line,
    column: Math.max(0, line.lastIndexOf(value)),
    promptLength,
  };
  return refusals.unknown(refusal);
}
