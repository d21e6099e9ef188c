import { hash } from 'node:crypto';
import { isCommand } from '../../functions/_kit/contract.ts';
import { type Chance, chanceOf } from './chance.ts';
import { attempt, type Command, changes, finalOf } from './client.ts';
import { drawer, openingOf } from './draw.ts';
import { generatorOf } from './generators/all.ts';
import type { Ask, Json } from './generators/generator.ts';
import { focuses } from './generators/quoting.ts';
import { isRemembered, judgeOfAnswers } from './invariants/answers.ts';
import { type Known, nothingKnown } from './known.ts';
import { type Tenant, tenants } from './platform.ts';
import type { Task } from './scheduler.ts';
import type { Simulation } from './simulation.ts';
import type { Violation } from './violation.ts';

export type Plan = {
  readonly commands: number;
  /** Commands that are left out, to find the smallest story that still goes wrong. */
  readonly skip?: ReadonlySet<number>;
};

/** Fields of other objects, and one that would poison a prototype if anything merged it. */
const strangeFields = ['status', 'tenant', 'version', 'policyId', 'premium', 'constructor', 'recordedAt'];

const injectedInto = (chance: Chance, { body, headers }: Ask): string | undefined => {
  if (typeof body !== 'object' || headers !== undefined || !chance.happens(0.03)) return undefined;
  return chance.pick(strangeFields.filter((field) => !Object.hasOwn(Object(body), field)));
};

/** A request as a line of a story: long texts, tokens above all, say nothing to a reader. */
const inWords = (ask: Ask): string =>
  JSON.stringify(ask, (_name, value) =>
    typeof value === 'string' && value.length > 40 ? `${value.slice(0, 32)}…` : value,
  );

type Made = Pick<Command, 'endpoint' | 'ask' | 'tenant'> & Partial<Pick<Command, 'injected' | 'key' | 'reuses'>>;

/** A key for each intent; a random UUID where nothing else will do, as for a sandbox. */
const keyOf = ({ endpoint }: Made, seed: number, n: number): string => {
  if (endpoint.contract.key === undefined) return `intent-${seed}-${n}`;
  const [a, b, c, d, e] = /(.{8})(.{4})(.{3})(.{3})(.{12})/.exec(hash('sha256', `intent-${seed}-${n}`))?.slice(1) ?? [];
  return `${a}-${b}-4${c}-8${d}-${e}`;
};

const asks = ({ ask }: Command): string => JSON.stringify([ask.params, ask.body]);

/** Two commands of one operation and one client that ask for different things, of which the first has its answer. */
const pairFor = (chance: Chance, commands: readonly Command[]): readonly (Command | undefined)[] => {
  const remembered = commands.filter(
    (one) => isCommand(one.endpoint.contract) && one.final !== undefined && isRemembered(one, one.final),
  );
  if (remembered.length === 0) return [];
  const one = chance.pick(remembered);
  const others = commands.filter(
    (other) =>
      other.endpoint === one.endpoint &&
      other.tenant === one.tenant &&
      other.ask.as?.id === one.ask.as?.id &&
      other.injected === undefined &&
      other.ask.foreign !== true &&
      asks(other) !== asks(one),
  );
  return others.length === 0 ? [] : [one, chance.pick(others)];
};

const otherThan = (tenant: Tenant): Tenant => tenants.find((other) => other !== tenant) ?? tenant;

/** What the clients of each tenant know, and no other's. */
const knowledge = () => {
  const all = new Map<Tenant, Known>(tenants.map((tenant) => [tenant, nothingKnown(tenant)]));
  return (tenant: Tenant): Known => {
    const known = all.get(tenant);
    if (known === undefined) throw new Error(`${tenant} has no clients.`);
    return known;
  };
};

/** Every signing secret that a partner was ever shown. */
const secretsIn = (knownTo: ReturnType<typeof knowledge>): readonly string[] =>
  tenants.flatMap((tenant) => knownTo(tenant).endpoints.flatMap(({ secrets }) => secrets));

/** The clients of all tenants: they draw commands, send them, send them again, and remember what they were told. */
export const createDriver = (simulation: Simulation, { skip = new Set() }: Pick<Plan, 'skip'> = {}) => {
  const { seed, entries, cast, provider, faults, story } = simulation;
  const [chance, judge] = [chanceOf(seed, 'clients'), judgeOfAnswers()];
  const commands: Command[] = [];
  const violations: Violation[] = [];
  const quoted = new Map<string, number>();
  const focus = chance.pick(focuses);
  const knownTo = knowledge();
  const draw = drawer({ seed, entries, cast, provider, focus, now: simulation.wakeUps.nowOf, knownTo });

  const learn = (command: Command, body: Json): void => {
    const known = knownTo(command.tenant);
    generatorOf(command.endpoint).learn?.(body, known, command.ask);
    for (const { offerId, gross } of known.offers) quoted.set(offerId, gross);
  };

  const send = (command: Command): Promise<Task> =>
    attempt(simulation, command, skewFor(), (ending, number) => {
      const { contract } = command.endpoint;
      const answer = command.answers.find((one) => one.attempt === number);
      const told = answer === undefined ? ending.how : `${answer.status} ${String(answer.body['code'] ?? '')}`;
      story.push(`  command ${command.n} ${contract.id}, attempt ${number}: ${told}`);
      if (answer === undefined) {
        if (ending.how === 'threw')
          violations.push({ invariant: 'V1', what: `${contract.id} threw ${String(ending.thrown)}` });
        return;
      }
      const known = knownTo(command.tenant);
      const others = knownTo(otherThan(command.tenant));
      violations.push(...judge.of({ simulation, command, answer, known, others }));
      if (answer.status < 300 && answer === finalOf(command)) learn(command, answer.body);
    });
  const skewFor = (): number => (faults.at('instance') === undefined ? 0 : (chance.next() - 0.5) * 600_000);

  const add = (made: Made, n: number): Command => {
    const { injected: field, ask: drawn } = made;
    const ask = field === undefined ? drawn : { ...drawn, body: { ...Object(drawn.body), [field]: 'x' } };
    const fresh = { n, key: keyOf(made, seed, n), answers: [], attempts: 0, underWay: 0 };
    const command: Command = { ...fresh, ...made, ask };
    commands.push(command);
    story.push(`command ${n} of ${made.tenant}: ${made.endpoint.contract.id} ${inWords(ask)}`);
    return command;
  };

  return {
    ...{ commands, violations, story, judged: judge.looked, quoted, chance, focus, send, add },
    secretsShown: () => secretsIn(knownTo),
    isOpening: (n: number): boolean => n <= openingOf(focus).length,
    /** Draws the n-th command and sends it, sometimes twice at once. */
    issue: async (n: number): Promise<void> => {
      const made = skip.has(n) ? undefined : draw(n);
      if (made === undefined) return;
      const own = chanceOf(seed, `fate ${n}`);
      const field = injectedInto(own, made.ask);
      const command = add({ ...made, ...(field !== undefined && { injected: field }) }, n);
      await send(command);
      if (changes(command) && own.happens(0.15)) await send(command);
    },
    /** Sends another request under a key that has an answer: nothing may come of it. */
    misuseKey: async (n: number): Promise<void> => {
      const [one, other] = pairFor(chance, commands);
      if (one === undefined || other === undefined) return;
      const { endpoint, tenant } = one;
      await send(add({ endpoint, tenant, ask: other.ask, key: one.key, reuses: one.n }, n));
    },
    open: (): readonly Command[] => commands.filter((one) => one.underWay === 0 && finalOf(one) === undefined),
    settled: (): readonly Command[] => commands.filter((one) => one.final !== undefined && changes(one)),
    underWay: (): number => commands.reduce((sum, one) => sum + one.underWay, 0),
  };
};
export type Driver = ReturnType<typeof createDriver>;
