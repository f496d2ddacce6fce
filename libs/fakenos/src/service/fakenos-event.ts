/** What became of a network; told once for each change. */
export interface FakeNosEvent {
  readonly type:
    /** Every host listens. */
    | 'fakenos.started'
    /** Every host listens again. */
    | 'fakenos.restarted'
    /** Its process is gone, and it is no longer listed. */
    | 'fakenos.stopped'
    /** Its process has ended by itself; it stays listed. */
    | 'fakenos.died'
    /** It was to start with the service, or again, and did not. */
    | 'fakenos.failed';
  readonly network: string;
  /** A sentence for people, which names the network. */
  readonly message: string;
}
