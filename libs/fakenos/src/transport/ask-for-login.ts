import type { DialogueClient, OpenDialogue } from '../engine/dialogue';
import type { LoginPrompts } from '../engine/platform';
import { checkLogin, userMeant } from './check-login';
import type { DeviceAccess } from './device-access';
import { LoginDialogue } from './login-dialogue';

/** How a login is asked for. */
export interface LoginQuestioning {
  readonly prompts: LoginPrompts | undefined;
  readonly banner?: string | undefined;
  /** Told once the login was right. */
  readonly onLogin: () => void;
}

const USUAL_PROMPTS: LoginPrompts = { username: 'Username: ', password: 'Password: ' };
const USUAL_REFUSAL = '% Login invalid';

/** A session that begins with the login: its client's name is the one that is typed. */
export function askForLogin(
  client: Omit<DialogueClient, 'username'>,
  access: DeviceAccess,
  { prompts = USUAL_PROMPTS, banner, onLogin }: LoginQuestioning,
): ReturnType<OpenDialogue> {
  return new LoginDialogue(client, {
    prompts,
    refusal: access.login?.refusal ?? USUAL_REFUSAL,
    ...(banner === undefined ? {} : { banner }),
    isRight: (username, password) => checkLogin(access, username, password),
    open: (typed) => {
      onLogin();
      return access.openDialogue({ ...client, username: userMeant(access, typed) });
    },
  });
}
