import type { AuthContext, Connection } from 'ssh2';
import type { Credentials } from '../engine/credentials';

const METHODS = ['password', 'keyboard-interactive'] as const;
const MOST_TRIES = 6;

/** Lets in who knows the password, asked for in either of SSH's two ways; hangs up after six wrong ones. */
export function authenticate(connection: Connection, credentials: Credentials): void {
  let wrong = 0;
  const refuse = (attempt: AuthContext) => {
    attempt.reject([...METHODS]);
    if (++wrong >= MOST_TRIES) connection.end();
  };
  const decide = (attempt: AuthContext, password: string | undefined) => {
    const right = attempt.username === credentials.username && password === credentials.password;
    if (right) attempt.accept();
    else refuse(attempt);
  };
  connection.on('authentication', (attempt) => {
    switch (attempt.method) {
      case 'password':
        return decide(attempt, attempt.password);
      case 'keyboard-interactive':
        return attempt.prompt([{ prompt: 'Password: ', echo: false }], (answers: unknown) =>
          decide(attempt, firstAnswer(answers)),
        );
      case 'none':
        return attempt.reject([...METHODS]);
      case 'publickey':
      case 'hostbased':
        return refuse(attempt);
    }
  });
}

/** The client's answers, or the error that stands in their place when it began another attempt instead. */
function firstAnswer(answers: unknown): string | undefined {
  const first: unknown = Array.isArray(answers) ? answers[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}
