import type { AnyCommand, TableClient } from '../../functions/_storage/client.ts';

/** What some work took of a table: its units, and how often it went there. */
export type Spent = { read: number; write: number; trips: number };

export const nothing = (): Spent => ({ read: 0, write: 0, trips: 0 });

type Capacity = { readonly CapacityUnits?: number };
type Command = { readonly input: object };

const writes = new Set(['PutCommand', 'DeleteCommand', 'TransactWriteCommand']);

/** The same command, which asks what it costs: not all of ours do, for nobody reads the answer. */
const counting = (command: AnyCommand): AnyCommand => {
  const { input } = command as Command;
  const Same = command.constructor as new (asked: object) => AnyCommand;
  return new Same({ ...input, ReturnConsumedCapacity: 'TOTAL' });
};

export const unitsOf = (output: unknown): number => {
  const { ConsumedCapacity = [] } = Object(output) as { ConsumedCapacity?: Capacity | readonly Capacity[] };
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
};

/** Adds what a command cost to what was spent, by what the table itself says. */
export const note = (spent: Spent, command: AnyCommand, output: unknown): void => {
  spent.trips += 1;
  spent[writes.has(command.constructor.name) ? 'write' : 'read'] += unitsOf(output);
};

/** A table that hears of every command that was answered, with the units it cost. */
export const heard = (
  client: TableClient,
  hear: (command: AnyCommand, output: unknown) => Promise<void> | void,
): TableClient => ({
  send: async (command) => {
    const asked = counting(command);
    const output = await client.send(asked);
    await hear(asked, output);
    return output;
  },
});

/** The same work in both shapes. */
export type Both = { readonly ours: Spent; readonly naive: Spent };
const both = (): Both => ({ ours: nothing(), naive: nothing() });

/** Whose work it is that is being counted; what a reaction takes within it is the reaction's own. */
export const ledger = () => {
  let current = both();
  return {
    hear: (shape: keyof Both) => (command: AnyCommand, output: unknown) => note(current[shape], command, output),
    during: async <T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly spent: Both }> => {
      const before = current;
      const spent = both();
      current = spent;
      try {
        return { result: await work(), spent };
      } finally {
        current = before;
      }
    },
  };
};
export type Ledger = ReturnType<typeof ledger>;
