import type { TableClient } from '../../functions/_storage/client.ts';
import { TransactWriteCommand } from '../../functions/_storage/commands.ts';

const named = (name: string, more: object = {}): Error => Object.assign(new Error(name), { name, ...more });

/** What DynamoDB can answer to a write without saying whether it happened, or that another was faster. */
export const writeFaults = {
  'a time-out': () => named('TimeoutError'),
  'a throttle': () => named('ThrottlingException'),
  'an internal error': () => named('InternalServerError'),
  'a conflict': () =>
    named('TransactionCanceledException', { CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }] }),
  'a mixed cancellation': () =>
    named('TransactionCanceledException', {
      CancellationReasons: [{ Code: 'ThrottlingError' }, { Code: 'TransactionConflict' }],
    }),
  'a transaction in progress': () => named('TransactionInProgressException'),
  'a token mismatch': () => named('IdempotentParameterMismatchException'),
} as const;
export type WriteFault = keyof typeof writeFaults;

/** Fails the next `times` transactions, before they reach the table or after they were committed. */
export const failing = (fault: WriteFault, when: 'before' | 'after', times: number) => {
  const state = { left: 0, seen: 0 };
  const through = (client: TableClient): TableClient => ({
    send: async (command) => {
      if (!(command instanceof TransactWriteCommand) || state.left === 0) return client.send(command);
      state.left -= 1;
      state.seen += 1;
      if (when === 'after') await client.send(command);
      throw writeFaults[fault]();
    },
  });
  const arm = (): void => {
    state.left = times;
  };
  return { through, arm, seen: () => state.seen };
};
