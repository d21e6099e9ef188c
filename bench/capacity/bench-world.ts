import type { Subscriber } from '../../functions/_kit/implement.ts';
import type { AnyCommand, TableClient } from '../../functions/_storage/client.ts';
import { loadEntries } from '../../local/entries.ts';
import { aStage } from '../../tests/contracts/examples/stage.ts';
import { aProvider } from '../../tests/support/providers.ts';
import { meteringEngine } from './engines.ts';
import { naiveTable } from './naive-table.ts';
import { type Both, heard, ledger, unitsOf } from './spent.ts';

/** What one piece of work took, by the name of its entry. */
export type Taken = { readonly entry: string; readonly spent: Both };

/** A subscriber whose every reaction is told of. */
const told = (subscriber: Subscriber, during: ReturnType<typeof ledger>['during'], tell: (taken: Taken) => void) => ({
  ...subscriber,
  react: async (given: Parameters<Subscriber['react']>[0]): Promise<void> => {
    const { spent } = await during(() => subscriber.react(given));
    // One that had nothing to do, or had done it before, writes nothing.
    if (spent.ours.write > 0) tell({ entry: subscriber.contract.id, spent });
  },
});

/**
 * The stage on which every operation of the document succeeds, over our table, with the naive one behind it, and with
 * the same commands on another engine, so that no engine's own idea of a unit is believed alone.
 */
export const aMeasuredStage = async () => {
  const { endpoints, subscribers, schedules } = await loadEntries();
  const [another, naiveEngine] = [await meteringEngine(), await meteringEngine()];
  const book = ledger();
  const naive = naiveTable(naiveEngine.client, book.hear('naive'));
  await naive.stock();
  const compared = { commands: 0, different: 0 };
  const compare = async (command: AnyCommand, output: unknown): Promise<void> => {
    compared.commands += 1;
    if (unitsOf(await another.client.send(command)) !== unitsOf(output)) compared.different += 1;
  };
  const through = (client: TableClient): TableClient =>
    heard(client, async (command, output) => {
      book.hear('ours')(command, output);
      await compare(command, output);
      await naive.follow(command);
    });
  const reactions: Taken[] = [];
  const single = subscribers.filter(({ reactToBatch }) => reactToBatch === undefined);
  const { provider } = aProvider();
  const stage = await aStage(
    { through, services: { provider } },
    single.map((one) => told(one, book.during, (taken) => void reactions.push(taken))),
  );
  const stop = async (): Promise<void> => {
    await another.stop();
    await naiveEngine.stop();
  };
  return { stage, book, naive, reactions, compared, endpoints, subscribers, schedules, engine: another.kind, stop };
};
export type MeasuredStage = Awaited<ReturnType<typeof aMeasuredStage>>;
