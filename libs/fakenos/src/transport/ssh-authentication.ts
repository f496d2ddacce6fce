import type { AuthContext, AuthenticationType, Connection } from 'ssh2';
import type { AuthorizedKeys } from './authorized-keys';
import { admitLogin, checkLogin, userMeant } from './check-login';
import type { DeviceAccess } from './device-access';

/** How somebody has logged in, once the connection is ready. */
export interface SshLogin {
  /** Nothing was asked yet: the sessions ask. */
  readonly inSession: boolean;
}

const MOST_TRIES = 6;

/**
 * Lets in who knows the password, asked for in either of SSH's two ways, and who owns an authorized key; hangs up
 * after six wrong tries. Devices whose sessions ask for the login let everybody in.
 */
export function authenticate(
  connection: Connection,
  access: Pick<DeviceAccess, 'credentials' | 'login' | 'door'>,
  keys: AuthorizedKeys,
): SshLogin {
  const methods: AuthenticationType[] = ['password', 'keyboard-interactive'];
  if (!keys.empty) methods.unshift('publickey');
  let wrong = 0;
  const login = { inSession: false };
  const decide = (attempt: AuthContext, right: boolean | undefined) => {
    if (right === undefined) return;
    if (right) return attempt.accept();
    attempt.reject([...methods]);
    if (++wrong >= MOST_TRIES) connection.end();
  };
  connection.on('authentication', (attempt) => {
    const { username } = attempt;
    switch (attempt.method) {
      case 'password':
        return decide(attempt, checkLogin(access, username, attempt.password));
      case 'keyboard-interactive':
        return attempt.prompt([{ prompt: 'Password: ', echo: false }], (answers: unknown) =>
          decide(attempt, checkLogin(access, username, firstAnswer(answers))),
        );
      case 'publickey': {
        const user = userMeant(access, username) === access.credentials.username;
        return decide(attempt, admitLogin(access, user && keys.accepts(attempt)));
      }
      case 'none':
        login.inSession = access.login?.inSession !== undefined;
        if (login.inSession) return attempt.accept();
        return attempt.reject([...methods]);
      case 'hostbased':
        return decide(attempt, false);
    }
  });
  return login;
}

/** The client's answers, or the error that stands in their place when it began another attempt instead. */
function firstAnswer(answers: unknown): string | undefined {
  const first: unknown = Array.isArray(answers) ? answers[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}
