import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takesIfMatch } from '../../functions/_kit/contract.ts';
import { runPoint } from './crash-points/run-point.ts';
import { dayMs, neighbourOf } from './crash-points/stage.ts';
import { unnamed } from './crash-points/unnamed.ts';
import { afterwards } from './retries/afterwards.ts';
import { businessKeys, rowOf } from './retries/business-keys.ts';
import { otherSpelling, otherValues } from './retries/spellings.ts';
import {
  anotherKey,
  bytesOf,
  type Change,
  codeOf,
  commands,
  endpointOf,
  entries,
  isReplay,
  nobody,
  prepared,
  showsSecret,
  type Trial,
} from './retries/trial.ts';

const withBody = commands.filter((id) => endpointOf(id).contract.body !== undefined);
const withPath = commands.filter((id) => endpointOf(id).contract.path.includes('{'));
/** Where a token says who asks; others are told apart by their keys alone. */
const withToken = commands.filter((id) => endpointOf(id).contract.caller !== 'anyone');
const withSecret = withToken.filter((id) => showsSecret(endpointOf(id).contract));
const staffOnly = commands.filter((id) => endpointOf(id).contract.caller === 'staff');

const versioned = commands.filter((id) => takesIfMatch(endpointOf(id).contract));

/** The first request, with everything that it changed. */
const sent = async (id: string) => {
  const trial = await prepared(id);
  const first = await trial.send();
  expect([first.statusCode, isReplay(first)], first.body).toEqual([trial.contract.success, false]);
  expect(first.headers['etag'] !== undefined).toBe(trial.contract.object !== undefined);
  return { trial, first, table: trial.table.all() };
};

type Sent = Pick<Awaited<ReturnType<typeof sent>>, 'trial' | 'first'>;

const expectReplay = async ({ trial, first }: Sent, change: Change = {}): Promise<void> => {
  const before = trial.table.all();
  const again = await trial.send(change);
  expect(bytesOf(again)).toEqual(bytesOf(first));
  expect(isReplay(again)).toBe(true);
  expect(trial.table.all()).toBe(before);
};

const scopesOf = ({ contract }: Trial): readonly string[] => (contract.scope === undefined ? [] : [contract.scope]);

describe('a command that is sent again', () => {
  it.each(commands)('answers the same bytes and writes nothing: %s', async (id) => {
    await expectReplay(await sent(id));
  });

  it.each(withBody)('knows its body in any spelling of the same JSON (RFC 8785): %s', async (id) => {
    const command = await sent(id);
    const text = otherSpelling(command.trial.ask.body);
    expect([text === JSON.stringify(command.trial.ask.body), JSON.parse(text)]).toEqual([
      false,
      command.trial.ask.body,
    ]);
    await expectReplay(command, { text });
  });

  it.each(commands)('has one effect and one answer when it comes fifty times at once: %s', async (id) => {
    const alone = await sent(id);
    const trial = await prepared(id);
    const answers = await trial.atOnce(50);
    expect(answers.length).toBe(50);
    expect(answers.filter((answer) => !isReplay(answer)).length).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(bytesOf(answer)))).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(trial.contract.success);
    const bare = (texts: readonly string[]) => texts.map((text) => unnamed(trial, text)).toSorted();
    expect(bare(trial.table.keys())).toEqual(bare(alone.trial.table.keys()));
    expect(bare(trial.table.effects())).toEqual(bare(alone.trial.table.effects()));
  });

  it.each(commands)('answers the same bytes after its process died or its answer was lost: %s', async (id) => {
    const well = await runPoint(entries, id, {});
    const shown = ({ answer = 'none', books }: typeof well) => unnamed(endpointOf(id), `${answer} ${books}`);
    const at = well.boundaries.lastIndexOf('write');
    for (const fault of ['crash-before', 'crash-after', 'timeout-before', 'timeout-after'] as const) {
      const seen = await runPoint(entries, id, { faults: new Map([[at, fault]]) });
      expect([fault, seen.reached, shown(seen)]).toEqual([fault, true, shown(well)]);
    }
  });

  it.each(commands)('is no replay where only its own answer was lost on the way: %s', async (id) => {
    const { boundaries } = await runPoint(entries, id, {});
    const trial = await prepared(id, new Map([[boundaries.lastIndexOf('write'), 'timeout-after']]));
    trial.stage.faults.arm();
    const first = await trial.send();
    trial.stage.faults.injector.heal();
    expect(trial.stage.faults.injector.counts.get('write timeout-after')).toBe(1);
    expect([first.statusCode, isReplay(first)]).toEqual([trial.contract.success, false]);
    await expectReplay({ trial, first });
  });

  it.each(versioned)('still matches the version that it changed itself: %s', async (id) => {
    const trial = await prepared(id);
    const { facts } = JSON.parse((await trial.send({ headers: { 'if-match': '"999"' } })).body);
    const headers = { 'if-match': facts.etag };
    const first = await trial.send({ headers });
    expect([first.statusCode, first.headers['etag'] === facts.etag]).toEqual([trial.contract.success, false]);
    await expectReplay({ trial, first }, { headers });
  });

  it.each(withToken)('is the same command from a rotated credential: %s', async (id) => {
    const command = await sent(id);
    const { contract, ask } = command.trial;
    const scopes = ['nothing:of-this', ...scopesOf(command.trial)];
    const actor =
      ask.as === undefined
        ? ({ kind: 'partner', id: showsSecret(contract) ? 'client-1' : 'client-2', roles: [], scopes } as const)
        : ({ kind: 'person', id: ask.as.id, roles: [...(contract.roles ?? []), 'auditor'], scopes } as const);
    await expectReplay(command, { actor });
  });

  it.each(withSecret)('shows its secret again to the credential that asked for it alone: %s', async (id) => {
    const { trial, first } = await sent(id);
    const { secret, payments } = JSON.parse(first.body);
    const shown: string = secret ?? payments.webhookSecret;
    const actor = { kind: 'partner', id: 'client-2', roles: [], scopes: scopesOf(trial) } as const;
    const other = await trial.send({ actor });
    expect([/^(bds|whsec)_/.test(shown), isReplay(other), other.body.includes(shown)]).toEqual([true, false, false]);
  });

  it.each(commands)('answers the same bytes when everything has moved on: %s', async (id) => {
    const command = await sent(id);
    const { stage } = command.trial;
    await stage.deliverAll();
    await stage.time.pass(400 * dayMs);
    await stage.deliverAll();
    const now = command.trial.table.all();
    expect(now).not.toBe(command.table);
    await expectReplay(command);
  });
});

describe('a command whose object was changed since', () => {
  it('is thought of for every command', () => {
    expect(Object.keys(afterwards).toSorted()).toEqual(commands.toSorted());
  });

  const changed = Object.entries(afterwards).flatMap(([id, one]) => ('event' in one ? [{ id, ...one }] : []));
  it.each(changed)('still answers the same bytes: $id, when $event', async ({ id, changes }) => {
    const command = await sent(id);
    const { stage, table, ask } = command.trial;
    const effects = table.effects();
    await changes(stage, JSON.parse(command.first.body), ask);
    expect(table.effects().length).toBeGreaterThan(effects.length);
    await expectReplay(command);
  });
});

describe('a key that is used for something else', () => {
  it.each(withBody)('is refused with any other body, and nothing is written: %s', async (id) => {
    const { trial, table } = await sent(id);
    const others = otherValues(trial.ask.body).filter((body) => trial.contract.body?.safeParse(body).success === true);
    const codes = new Set<unknown>();
    for (const body of others) {
      const answer = await trial.send({ ask: { ...trial.ask, body } });
      expect([answer.statusCode, isReplay(answer)], JSON.stringify(body)).toEqual([422, false]);
      codes.add(codeOf(answer));
    }
    expect(trial.table.all()).toBe(table);
    // What is no offer by its form is refused like any other malformed field, before the key is looked at.
    expect([...codes].filter((code) => code !== 'quote-tampered')).toEqual(['idempotency-key-reused']);
  });

  it.each(withPath)('is refused for another object, and nothing is written: %s', async (id) => {
    const { trial, table } = await sent(id);
    const params = nobody(trial.ask.params);
    expect(params).not.toEqual(trial.ask.params);
    const answer = await trial.send({ ask: { ...trial.ask, params } });
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'idempotency-key-reused']);
    expect(trial.table.all()).toBe(table);
  });

  it.each(withToken)('means nothing to another tenant: %s', async (id) => {
    const trial = await prepared(id);
    const { home: own } = trial.stage;
    const other = neighbourOf(own);
    const before = trial.table.all(own);
    const foreign = await trial.send({ tenant: other });
    expect(isReplay(foreign)).toBe(false);
    expect(trial.table.all(own)).toBe(before);
    const first = await trial.send();
    expect([first.statusCode, isReplay(first)]).toEqual([trial.contract.success, false]);
    expect(bytesOf(await trial.send({ tenant: other })).body === first.body).toBe(false);
    await expectReplay({ trial, first });
  });

  it.each(staffOnly)('is another command from another person: %s', async (id) => {
    const command = await sent(id);
    const { trial } = command;
    const as = { id: 'another-person', roles: [...(trial.contract.roles ?? [])] };
    const others = await trial.send({ ask: { ...trial.ask, as } });
    expect(isReplay(others)).toBe(false);
    await expectReplay({ ...command, first: others }, { ask: { ...trial.ask, as } });
    await expectReplay(command);
  });
});

describe('the same business under another key', () => {
  it('is told to partners as it is tried here', () => {
    const page = readFileSync(new URL('../../docs/guides/retries.md', import.meta.url), 'utf8');
    const rows = Object.entries(businessKeys).flatMap(([id, lines]) => lines.map((line) => rowOf(id, line)));
    for (const row of rows) expect(page).toContain(row);
    expect(page.match(/^\| `\w+` \| /gm)?.length).toBe(rows.length);
  });

  it('is thought of for every command', () => {
    expect(Object.keys(businessKeys).toSorted()).toEqual(commands.toSorted());
  });

  const lines = commands.flatMap((id) => (businessKeys[id] ?? []).map((line) => ({ id, line })));
  const once = lines.flatMap(({ id, line }) => ('once' in line ? [{ id, ...line }] : []));
  it.each(once)('happens once: $id, by $once: $refusal', async ({ id, refusal, again }) => {
    const { trial } = await sent(id);
    const ask = (await again?.(trial.stage, trial.ask)) ?? trial.ask;
    const effects = trial.table.effects();
    const answer = await trial.send({ key: anotherKey, ask });
    if (refusal === 'changes nothing') expect(answer.statusCode).toBe(trial.contract.success);
    else expect([codeOf(answer), trial.contract.refusals[refusal]]).toEqual([refusal, expect.anything()]);
    expect(trial.table.effects()).toEqual(effects);
    expect(isReplay(answer)).toBe(false);
  });

  const repeatable = lines.flatMap(({ id, line }) => ('repeatable' in line ? [{ id, ...line }] : []));
  it.each(repeatable)('may happen again where that harms nobody: $id. $repeatable', async ({ id }) => {
    const { trial } = await sent(id);
    const money = (): readonly string[] => trial.table.effects().filter((effect) => effect.includes('{'));
    const before = money();
    const answer = await trial.send({ key: anotherKey });
    expect([answer.statusCode, isReplay(answer)]).toEqual([trial.contract.success, false]);
    expect(money()).toEqual(before);
  });
});
