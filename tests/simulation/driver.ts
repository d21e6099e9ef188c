import { isCommand } from '../../functions/_kit/contract.ts';
import { type Chance, chanceOf } from './chance.ts';
import { attempt, type Command, changes, finalOf } from './client.ts';
import { type Drawn, drawer, openingOf } from './draw.ts';
import { generatorOf } from './generators/all.ts';
import type { Ask, Json } from './generators/generator.ts';
import { focuses } from './generators/quoting.ts';
import { judgeOfAnswers } from './invariants/answers.ts';
import { type Known, nothingKnown } from './known.ts';
import { type Tenant, tenants } from './platform.ts';
import type { Simulation } from './simulation.ts';
import type { Violation } from './violation.ts';

export type Plan = {
  readonly commands: number;
  /** Commands that are left out, to find the smallest story that still goes wrong. */
  readonly skip?: ReadonlySet<number>;
};

/** What is odd about a command: a field that is not its own, or another command's key. */
type Odd = { readonly field?: string | undefined; readonly lender?: Command | undefined };

/** Fields of other objects, and one that would poison a prototype if anything merged it. */
const strangeFields = ['status', 'tenant', 'version', 'policyId', 'premium', 'constructor', 'recordedAt'];

const injected = (chance: Chance, { body, headers }: Ask): string | undefined => {
  if (typeof body !== 'object' || headers !== undefined || !chance.happens(0.03)) return undefined;
  return chance.pick(strangeFields.filter((field) => !Object.hasOwn(Object(body), field)));
};

const asked = ({ params, body }: Ask): string => JSON.stringify([params, body]);

/** An earlier command that took effect, of the same caller and operation: its key stands for what it asked. */
const keyLender = (
  commands: readonly Command[],
  { endpoint, ask, tenant }: Drawn,
  chance: Chance,
): Command | undefined =>
  isCommand(endpoint.contract) && chance.happens(0.05)
    ? commands.find(
        (one) =>
          one.endpoint === endpoint &&
          one.tenant === tenant &&
          one.ask.as?.id === ask.as?.id &&
          (finalOf(one)?.status ?? 500) < 300 &&
          asked(one.ask) !== asked(ask),
      )
    : undefined;

/** What the clients of each tenant know, and what those of the other do. */
const knowledgeOf = () => {
  const knowledge = new Map<Tenant, Known>(tenants.map((tenant) => [tenant, nothingKnown(tenant)]));
  const knownTo = (tenant: Tenant): Known => {
    const known = knowledge.get(tenant);
    if (known === undefined) throw new Error(`${tenant} has no clients.`);
    return known;
  };
  return { knownTo, othersOf: (tenant: Tenant) => knownTo(tenants.find((other) => other !== tenant) ?? tenant) };
};

/** The clients of all tenants: they draw commands, send them, send them again, and remember what they were told. */
export const createDriver = (simulation: Simulation, { skip = new Set() }: Pick<Plan, 'skip'> = {}) => {
  const { seed, entries, clock, provider, faults } = simulation;
  const chance = chanceOf(seed, 'clients');
  const { knownTo, othersOf } = knowledgeOf();
  const judge = judgeOfAnswers();
  const commands: Command[] = [];
  const violations: Violation[] = [];
  const story: string[] = [];
  const quoted = new Map<string, number>();
  const focus = chance.pick(focuses);

  const draw = drawer({ seed, entries, provider, focus, now: clock.now, knownTo });

  const learn = (command: Command, body: Json): void => {
    const known = knownTo(command.tenant);
    generatorOf(command.endpoint).learn?.(body, known, command.ask);
    for (const { offerId, gross } of known.offers) quoted.set(offerId, gross);
  };

  const send = (command: Command): Promise<void> =>
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
      const heard = { known: knownTo(command.tenant), others: othersOf(command.tenant) };
      violations.push(...judge.of({ simulation, command, answer, ...heard }));
      if (answer.status < 300 && answer === finalOf(command)) learn(command, answer.body);
    });
  const skewFor = (): number => (faults.at('instance') === undefined ? 0 : (chance.next() - 0.5) * 600_000);

  const add = (made: Pick<Command, 'endpoint' | 'ask' | 'tenant'>, n: number, odd: Odd = {}): Command => {
    const { field, lender } = odd;
    const ask = field === undefined ? made.ask : { ...made.ask, body: { ...Object(made.ask.body), [field]: 'x' } };
    const command: Command = {
      ...{ ...made, ask, n, key: `intent-${seed}-${n}`, answers: [], attempts: 0, underWay: 0 },
      ...(field !== undefined && { injected: field }),
      ...(lender !== undefined && { key: lender.key, keyOf: lender.n }),
    };
    commands.push(command);
    story.push(`command ${n} of ${made.tenant}: ${made.endpoint.contract.id} ${JSON.stringify({ ...ask })}`);
    return command;
  };

  return {
    ...{ commands, violations, story, judged: judge.looked, quoted, chance, focus, send, add },
    isOpening: (n: number): boolean => n <= openingOf(focus).length,
    /** Draws the n-th command and sends it, sometimes twice at once. */
    issue: async (n: number): Promise<void> => {
      const made = skip.has(n) ? undefined : draw(n);
      if (made === undefined) return;
      const own = chanceOf(seed, `fate ${n}`);
      const lender = keyLender(commands, made, chanceOf(seed, `key ${n}`));
      const command = add(made, n, { field: injected(own, made.ask), lender });
      await send(command);
      if (changes(command) && own.happens(0.15)) await send(command);
    },
    open: (): readonly Command[] => commands.filter((one) => one.underWay === 0 && finalOf(one) === undefined),
    settled: (): readonly Command[] => commands.filter((one) => one.final !== undefined && changes(one)),
    underWay: (): number => commands.reduce((sum, one) => sum + one.underWay, 0),
  };
};
export type Driver = ReturnType<typeof createDriver>;
