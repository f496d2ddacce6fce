import type { QueueStore, QueueTransaction } from '../queue-store';

/** Called before each step of a transaction, by the step's name; what it throws fails the step. */
export type BeforeStep = (step: keyof QueueTransaction | 'begin' | 'commit') => void | Promise<void>;

/** A store whose every step can be watched, delayed or made to fail. */
export function wrappedStore(store: QueueStore, before: BeforeStep): QueueStore {
  return {
    transaction: async (work) => {
      await before('begin');
      return store.transaction(async (inner) => {
        const result = await work(wrappedTransaction(inner, before));
        await before('commit');
        return result;
      });
    },
    history: (query) => store.history(query),
    close: () => store.close(),
    [Symbol.asyncDispose]: () => store.close(),
  };
}

function wrappedTransaction(inner: QueueTransaction, before: BeforeStep): QueueTransaction {
  return {
    revision: async () => (await before('revision'), inner.revision()),
    sessions: async () => (await before('sessions'), inner.sessions()),
    nextTicket: async () => (await before('nextTicket'), inner.nextTicket()),
    insertSession: async (...all) => (await before('insertSession'), inner.insertSession(...all)),
    activateSession: async (...all) => (await before('activateSession'), inner.activateSession(...all)),
    deleteSession: async (...all) => (await before('deleteSession'), inner.deleteSession(...all)),
    tombstones: async (...all) => (await before('tombstones'), inner.tombstones(...all)),
    insertTombstone: async (...all) => (await before('insertTombstone'), inner.insertTombstone(...all)),
    appendHistory: async (...all) => (await before('appendHistory'), inner.appendHistory(...all)),
  };
}
