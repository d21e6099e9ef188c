import type { Entries } from '../../../local/entries.ts';
import { type Chance, chanceOf, pickWeighted } from '../chance.ts';
import { type FaultName, type Injector, randomFaults } from '../faults.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { answerTold } from './ask.ts';
import { beginningOf, startOf, worldOf } from './beginning.ts';
import { type Clients, clientsOf, type Open } from './clients.ts';
import { clientsPerHistory, drawClients } from './draw-clients.ts';
import type { Operation, World } from './operation.ts';
import { type Sold, sell } from './sale.ts';
import type { State } from './state.ts';

export type History = {
  readonly seed: number;
  readonly world: World;
  readonly start: State;
  readonly operations: readonly Operation[];
  readonly faults: ReadonlyMap<FaultName, number>;
};

/**
 * The faults of the simulation, but none before the history begins. A read of several items is torn more often than
 * anything goes wrong, and on quiet days too: DynamoDB never says that it is a snapshot.
 */
const faultsOnceBegun = (faults: Injector, chance: Chance) => {
  let begun = false;
  const at: Injector['at'] = (boundary, possible = () => true) => {
    if (!begun) return undefined;
    return boundary === 'read' && possible('torn-read') && chance.happens(0.15)
      ? 'torn-read'
      : faults.at(boundary, possible);
  };
  const injector: Injector = { ...faults, at };
  return {
    injector,
    begin: (): void => {
      begun = true;
    },
  };
};

const operationOf = (sold: Sold, { client, asked, command, called, answered }: Open): Operation => {
  const { final, attempts } = command;
  if (final === undefined || answered === undefined) throw new Error('Everybody is answered in the end.');
  return { client, asked, called, answered, attempts, told: answerTold(sold, asked, final.status, final.body) };
};

/** What may happen next, and how likely it is; `pace` is how soon clients begin, and so how many are at it at once. */
const weightsOf = (clients: Clients, pace: number) => ({
  step: clients.underWay.length > 0 ? 4 : 0,
  issue: clients.idle().length > 0 ? pace : 0,
  again: clients.unheard().length > 0 ? 1 : 0,
  twice: clients.impatient().length > 0 ? 0.06 : 0,
});

/**
 * How soon a request goes on from the boundary at which it stands. A race needs somebody who stands between a read and
 * a write while others do several things, and even chances seldom let anybody stand so long (Burckhardt et al. 2010).
 */
const paces = [1, 1, 1, 1, 0.1, 0.02];

const goOn = async ({ scheduler }: Simulation, { underWay }: Clients, chance: Chance): Promise<void> => {
  const weights = Object.fromEntries(underWay.map(({ pace }, at) => [String(at), pace]));
  const request = underWay[Number(pickWeighted(chance, weights))];
  if (request === undefined) return;
  await scheduler.step(request.task);
  request.pace = chance.pick(paces);
};

/** Everything that the clients do, in an order that the seed decides. No event is delivered, and no time passes. */
const runClients = async (simulation: Simulation, clients: Clients, chance: Chance): Promise<void> => {
  const pace = chance.pick([0.3, 1, 3]);
  const turns = {
    step: () => goOn(simulation, clients, chance),
    issue: () => clients.issue(...chance.pick(clients.idle())),
    again: () => clients.send(chance.pick(clients.unheard())),
    twice: () => clients.send(chance.pick(clients.impatient())),
  };
  for (;;) {
    const weights = weightsOf(clients, pace);
    if (Object.values(weights).every((weight) => weight === 0)) return;
    await turns[pickWeighted(chance, weights)]();
  }
};

/** One history: one policy, eight clients, and one last read after everybody was answered. */
export const runHistory = async (entries: Entries, seed: number): Promise<History> => {
  const { injector, begin } = faultsOnceBegun(
    randomFaults(chanceOf(seed, 'history faults')),
    chanceOf(seed, 'torn reads'),
  );
  const simulation = await createSimulation({ entries, seed, faults: injector });
  const chance = chanceOf(seed, 'history');
  const beginning = beginningOf(chance);
  const sold = await sell(simulation, beginning, chance);
  const world = worldOf(simulation, sold, beginning.expired);
  const clients = clientsOf(simulation, sold, drawClients(world, beginning.theme, chance));
  begin();
  await runClients(simulation, clients, chance);
  injector.heal();
  await clients.issue(clientsPerHistory, { wants: 'read' });
  while (await simulation.scheduler.step());
  const operations = clients.opened.map((open) => operationOf(sold, open));
  return { seed, world, start: startOf(sold), operations, faults: injector.counts };
};
