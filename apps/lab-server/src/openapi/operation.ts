import type { DtoDefinition, ErrorCode, EventName, SNAPSHOT_EVENT } from '@remote-lab/protocol';

/** What an operation does, for people and for the OpenAPI document. */
export interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly tag: 'session' | 'lab' | 'fakenos' | 'job' | 'health' | 'description';
  readonly stability: 'stable' | 'unstable' | 'internal';
  /** `active`: needs the header of the active session; `any`: of any session; `none`: no header. */
  readonly session: 'none' | 'any' | 'active';
  readonly body?:
    | { readonly kind: 'json'; readonly dto: DtoDefinition<unknown>; readonly required?: boolean }
    | { readonly kind: 'lab-form' };
  readonly query?: readonly {
    readonly name: string;
    readonly type: 'boolean' | 'integer' | 'number' | 'string';
    readonly default?: boolean;
    readonly help: string;
  }[];
  /** Answers that come with the same status are kinds of the same answer. */
  readonly success: readonly {
    readonly status: number;
    readonly means: string;
    readonly dto?: DtoDefinition<unknown>;
    /** The answer is a stream of these events. */
    readonly events?: readonly StreamedEvent[];
  }[];
  readonly errors: readonly ErrorCode[];
}

/** An event of a stream: its name, or the beginning of several up to and including a dot, and its data. */
export interface StreamedEvent {
  readonly name: EventName | typeof SNAPSHOT_EVENT | 'lab.*';
  readonly dto: DtoDefinition<unknown>;
}
