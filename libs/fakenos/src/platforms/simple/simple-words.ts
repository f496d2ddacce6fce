import type { FakeDevice } from '../../device/fake-device';
import type {
  Command,
  Platform,
  PlatformLogin,
  PlatformPorts,
  Refusals,
  ShellSession,
} from '../../engine/platform';
import type { ConfigWords } from './config-words';
import type { ConfigLook } from './print-lines';

/** A prompt, from the configured name. */
export type PromptWords = (device: FakeDevice, session: ShellSession) => string;

/** Answers a command; the same device always says the same. */
export type Render = (device: FakeDevice) => string;

/** A question to be answered before a command is done: `User Name:`. */
export interface Question {
  readonly prompt: string;
  readonly echo?: boolean;
}

/** A platform in few words: what it asks, says and takes, without what all of them have in common. */
export interface SimplePlatform {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly title: string;
  /** The netlab device types that it plays; none when absent. */
  readonly netlabDevices?: readonly string[];
  readonly ports: PlatformPorts;
  readonly login?: PlatformLogin;
  readonly greeting?: Render;
  readonly prompts: {
    /** Absent where everybody is privileged at once. */
    readonly user?: PromptWords;
    readonly enable: PromptWords;
    /** Absent where configuration has no mode of its own. */
    readonly config?: PromptWords;
    /** In a section of the configuration; as in `config`, with the section's name, when absent. */
    readonly section?: PromptWords;
  };
  /** Where one is after login: `user` where there is such a mode. */
  readonly begins?: 'enable';
  /** How to become privileged, what is asked on the way, and how to stop being it. */
  readonly enable?: {
    readonly words: readonly string[];
    readonly asks?: readonly Question[];
    readonly back?: readonly string[];
  };
  readonly configure?: {
    readonly words: readonly string[];
    readonly says?: string;
    readonly leave: readonly string[];
    readonly end: readonly string[];
    /** What leaves all of configuration at once also commits. */
    readonly endCommits?: true;
    /** What is not committed yet waits when configuration is left, too. */
    readonly keepsCandidate?: true;
    /** Why it is not left while something waits for `commit`; without it that is discarded. */
    readonly dirty?: string;
  };
  /** What `commit` says, in the words of a template where there is something to commit, and where not. */
  readonly commitSays?: { readonly done: string; readonly nothing: string };
  /** The ways to commit; just `commit` when absent. */
  readonly commitWords?: readonly string[];
  /** What ends the session. */
  readonly close: readonly string[];
  /** What switches paging off, with what it says; a placeholder `<lines>` sets the number of lines. */
  readonly paging: Readonly<Record<string, string>>;
  /** Taken without effect, with what it says. */
  readonly quiet?: Readonly<Record<string, string>>;
  /** Makes the running configuration that of the next start, with what it says, or what it asks before. */
  readonly save?: Readonly<Record<string, string | { readonly ask: string; readonly says: string }>>;
  readonly shows: Readonly<Record<string, Render>>;
  /** What shows the running configuration; privileged. */
  readonly configShows: readonly string[];
  readonly startupShows?: readonly string[];
  readonly config: ConfigWords;
  /** Its configuration is somebody else's business: it is shown as the topology gives it, and cannot be changed. */
  readonly readOnly?: true;
  readonly look?: ConfigLook;
  readonly refusals: Refusals;
  readonly commands?: readonly Command[];
  readonly help?: Platform['help'];
}
