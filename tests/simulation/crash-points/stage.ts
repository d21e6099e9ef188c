import type { Entries } from '../../../local/entries.ts';
import type { Answer, Command } from '../client.ts';
import { createDriver, type Driver } from '../driver.ts';
import type { FaultKind } from '../faults.ts';
import { plannedFaults } from '../faults.ts';
import type { Ask } from '../generators/generator.ts';
import { type Tenant, tenants } from '../platform.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { timeOf } from '../time.ts';

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** A world in which everything goes well until the faults are armed, and the hands that act in it. */
export type Stage = {
  readonly simulation: Simulation;
  /** Whose stage it is. */
  readonly home: Tenant;
  readonly driver: Driver;
  readonly time: ReturnType<typeof timeOf>;
  readonly faults: ReturnType<typeof plannedFaults>;
  /** Runs all tasks to their end. */
  readonly runOut: () => Promise<void>;
  readonly command: (operation: string, ask: Ask) => Command;
  /** Asks and answers, without a fault. */
  readonly ask: (operation: string, ask: Ask) => Promise<Answer>;
  /** Delivers everything that waits, and what follows from it. */
  readonly deliverAll: () => Promise<void>;
};

/** What only a sandbox may do happens in one; everything else in a live tenant. */
const sandboxOnly: readonly string[] = ['advanceClock', 'driveClock', 'fireEvent', 'resetSandbox'];
export const homeOf = (id: string): Tenant => (sandboxOnly.includes(id) ? tenants[1] : tenants[0]);
/** Another tenant that may do the same. */
export const neighbourOf = (home: Tenant): Tenant => (home === tenants[1] ? tenants[2] : tenants[1]);

export const createStage = async (
  entries: Entries,
  plan: ReadonlyMap<number, FaultKind>,
  home: Tenant = tenants[0],
): Promise<Stage> => {
  const faults = plannedFaults(plan);
  const simulation = await createSimulation({ entries, seed: 1, faults: faults.injector });
  const driver = createDriver(simulation);
  const runOut = async (): Promise<void> => {
    while (await simulation.scheduler.step());
  };
  let count = 0;
  const command = (operation: string, ask: Ask): Command => {
    const endpoint = entries.endpoints.find(({ contract }) => contract.id === operation);
    if (endpoint === undefined) throw new Error(`There is no operation ${operation}.`);
    count += 1;
    return driver.add({ endpoint, ask, tenant: home }, count);
  };
  return {
    ...{ simulation, home, driver, faults, runOut, command, time: timeOf(simulation, runOut) },
    ask: async (operation, ask) => {
      const made = command(operation, ask);
      await driver.send(made);
      await runOut();
      const answer = made.final;
      if (answer === undefined || answer.status >= 300)
        throw new Error(`${operation} was to succeed: ${answer?.text ?? 'no answer'}`);
      return answer;
    },
    deliverAll: async () => {
      while (simulation.bus.waits() > 0) {
        await simulation.bus.deliver();
        await runOut();
      }
    },
  };
};
