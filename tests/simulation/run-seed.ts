import { createHash } from 'node:crypto';
import type { Entries } from '../../local/entries.ts';
import { type Cast, castOf } from './cast.ts';
import { chanceOf, pickWeighted } from './chance.ts';
import { checkBook } from './checks.ts';
import { soldByEvening } from './draw.ts';
import { createDriver, type Driver, type Plan } from './driver.ts';
import { randomFaults } from './faults.ts';
import { quiesce } from './quiesce.ts';
import { createSimulation, type Simulation } from './simulation.ts';
import { timeOf } from './time.ts';
import type { Check, Violation } from './violation.ts';

export type SeedResult = {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** How much the checks of each invariant looked at. */
  readonly looked: ReadonlyMap<string, number>;
  readonly faults: ReadonlyMap<string, number>;
  readonly operations: ReadonlyMap<string, number>;
  readonly commands: number;
  readonly deliveries: number;
  readonly crashes: number;
  /** A hash of every item of the table and every answer: one seed is one run, byte for byte. */
  readonly digest: () => string;
  readonly story: readonly string[];
};

export type SeedPlan = Plan & {
  readonly entries: Entries;
  readonly seed: number;
  readonly without?: ReadonlySet<string>;
  /** Delivers the whole log once more at the end, to see that nothing changes. */
  readonly replay?: boolean;
  /** Who takes part; the seed says so unless it is given. */
  readonly cast?: Cast;
};

/** One seed in so many has its whole log delivered once more at the end. */
export const replayEvery = 20;

const liveMax = 4;
const attemptsMax = 7;
const minuteMs = 60_000;
/** How time passes where a product is sold: parcels take minutes here, devices and flights take days. */
const tempos: Readonly<Record<string, readonly number[]>> = {
  'return-freight': [100, 1_000, 30_000, 61_000, 11 * minuteMs],
  'device-protection': [61_000, 25 * 60 * minuteMs, 16 * 24 * 60 * minuteMs],
  'flight-delay': [61_000, 60 * minuteMs, 25 * 60 * minuteMs],
};
const jumps = [25 * 60 * minuteMs, 72 * 60 * minuteMs, 16 * 24 * 60 * minuteMs];

const digestOf = ({ engine }: Simulation): string => {
  const items = engine
    .items()
    // A repetition may tell an endpoint what it was not there to hear: that is its log's matter, and nobody else's.
    .filter(({ pk }) => !String(pk).includes('#DLV#'))
    .map((item) =>
      JSON.stringify(item, (_name, value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
      ),
    );
  return createHash('sha256').update(items.toSorted().join('\n')).digest('hex');
};

/** In the opening each command waits for the answer of the one before; later, several clients are at it at once. */
const mayIssue = ({ bus }: Simulation, driver: Driver, issued: number, { commands }: Plan): boolean => {
  if (issued >= commands) return false;
  if (!driver.isOpening(issued + 1)) return driver.underWay() < liveMax;
  // People decide on what the platform has weighed: the opening's own decisions come after its events were taken.
  return isAnswered(driver) && (issued < soldByEvening + 2 || bus.isQuiet());
};
const isAnswered = (driver: Driver): boolean =>
  driver.underWay() === 0 && driver.open().every(({ attempts }) => attempts >= attemptsMax);

/** What may happen next, and how likely it is. */
const weightsOf = (simulation: Simulation, driver: Driver, issued: number, plan: Plan) => {
  const goesOn = issued < plan.commands;
  return {
    step: simulation.scheduler.waits() > 0 ? 8 : 0,
    issue: mayIssue(simulation, driver, issued, plan) ? 1 : 0,
    retry: driver.open().some(({ attempts }) => attempts < attemptsMax) ? 0.5 : 0,
    askAgain: goesOn && driver.settled().length > 0 ? 0.06 : 0,
    misuseKey: goesOn && driver.settled().length > 0 ? 0.03 : 0,
    deliver: simulation.bus.waits() > 0 ? 1.5 : 0,
    time: goesOn && !driver.isOpening(issued + 1) ? 0.1 : 0,
    tick: goesOn ? 0.08 : 0,
  };
};

const passTime = async (simulation: Simulation, time: ReturnType<typeof timeOf>, focus: string): Promise<void> => {
  const chance = chanceOf(simulation.seed, `time ${simulation.clock.ms()}`);
  const jump = simulation.faults.at('time') !== undefined;
  await time.pass(chance.pick(jump ? jumps : (tempos[focus] ?? jumps)));
};

/** The busy part of a seed: clients, deliveries, time and ticks in an order that the seed decides. */
const busy = async (simulation: Simulation, driver: Driver, plan: Plan) => {
  const { scheduler, bus } = simulation;
  const chance = chanceOf(simulation.seed, 'turns');
  const time = timeOf(simulation, async () => {
    for (let steps = 0; steps < 40 && scheduler.waits() > 0; steps += 1) await scheduler.step();
  });
  // Numbers above those of drawn commands and below those of the webhooks at the end.
  let misused = 4000;
  const turns = {
    step: () => scheduler.step(),
    issue: (n: number) => driver.issue(n),
    retry: () => driver.send(chance.pick(driver.open().filter(({ attempts }) => attempts < attemptsMax))),
    misuseKey: () => {
      misused += 1;
      return driver.misuseKey(misused);
    },
    askAgain: () => driver.send(chance.pick(driver.settled())),
    deliver: () => bus.deliver(),
    time: () => passTime(simulation, time, driver.focus),
    tick: () => time.tick(chance.pick(['drainDue', 'sweepRecords', 'signCheckpoint'])),
  };
  let issued = 0;
  let waited = driver.focus !== 'device-protection';
  for (;;) {
    // Devices are covered from the next day on: what is sold in the morning can be claimed on the day after.
    if (!waited && issued === soldByEvening && isAnswered(driver)) {
      waited = true;
      await time.pass(25 * 60 * minuteMs);
    }
    const weights = weightsOf(simulation, driver, issued, plan);
    if (Object.values(weights).every((weight) => weight === 0)) break;
    const turn = pickWeighted(chance, weights);
    if (turn === 'issue') issued += 1;
    await turns[turn](issued);
    simulation.clock.pass(1 + chance.below(20));
  }
  return time;
};

const operationsOf = ({ commands }: Driver): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(commands, ({ endpoint }) => endpoint.contract.id)].map(([id, all]) => [
      id,
      all.filter(({ answers }) => answers.some(({ status }) => status < 300)).length,
    ]),
  );

const replayed = async (simulation: Simulation, runOut: () => Promise<void>): Promise<readonly Violation[]> => {
  const { bus, mailbox } = simulation;
  const before = digestOf(simulation);
  const sent = mailbox.mails.length;
  bus.replay();
  while (bus.waits() > 0) {
    await bus.deliver();
    await runOut();
  }
  const dead = bus.deadLetters.map(({ event }) => `${event.type} ${event.id}`);
  const what =
    digestOf(simulation) === before
      ? dead.map((one) => `${one} became a dead letter.`)
      : ['The replay changed the table.'];
  if (mailbox.mails.length > sent) what.push('The replay wrote to customers again.');
  return what.map((sentence): Violation => ({ invariant: 'D3', what: sentence }));
};

const lookedAt = (checks: readonly Check[], { judged }: Driver, replay: boolean) => {
  const looked = new Map<string, number>(judged);
  for (const one of checks) looked.set(one.invariant, (looked.get(one.invariant) ?? 0) + one.looked);
  return replay ? looked.set('D3', 1) : looked;
};

/** One seed, from nothing to the last check. */
export const runSeed = async (plan: SeedPlan): Promise<SeedResult> => {
  const { entries, seed, skip, without, replay = false, cast = castOf(seed) } = plan;
  const faults = randomFaults(chanceOf(seed, 'faults'), without);
  const simulation = await createSimulation({ entries, seed, faults, cast });
  const driver = createDriver(simulation, skip === undefined ? {} : { skip });
  const runOut = async (): Promise<void> => {
    while (await simulation.scheduler.step());
  };
  const time = await busy(simulation, driver, plan);
  await quiesce({ simulation, driver, time, runOut });
  const checks = await checkBook(simulation, driver);
  const found = checks.flatMap(({ invariant, violations }) =>
    violations.map((what): Violation => ({ invariant, what })),
  );
  return {
    ...{
      seed,
      digest: () => digestOf(simulation),
      looked: lookedAt(checks, driver, replay),
      faults: faults.counts,
      operations: operationsOf(driver),
      commands: driver.commands.length,
    },
    violations: [...driver.violations, ...found, ...(replay ? await replayed(simulation, runOut) : [])],
    deliveries: simulation.bus.deliveries(),
    crashes: [...faults.counts].reduce((sum, [name, count]) => sum + (name.includes('crash') ? count : 0), 0),
    story: driver.story,
  };
};
