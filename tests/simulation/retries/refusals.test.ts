import { describe, expect, it } from 'vitest';
import { takesIfMatch } from '../../../functions/_kit/contract.ts';
import { businessKeys } from './business-keys.ts';
import {
  anotherKey,
  bytesOf,
  codeOf,
  commands,
  endpointOf,
  isReplay,
  newStage,
  nobody,
  prepared,
  type Trial,
  theKey,
  trialOf,
} from './trial.ts';
import { undoneRefusals } from './undone-refusals.ts';

/** Kinds of refusals that are a decision about the business, and not about the request (design §4). */
const decisions = ['conflict', 'invalid-state', 'not-eligible', 'gone', 'limit-exceeded'];
const remembering = commands.filter((id) =>
  Object.values(endpointOf(id).contract.refusals).some(({ kind }) => decisions.includes(kind)),
);

describe('a refusal of the business', () => {
  it('is thought of for every command that has one', () => {
    expect(Object.keys(undoneRefusals).toSorted()).toEqual(remembering.toSorted());
  });

  const undone = Object.entries(undoneRefusals).flatMap(([id, one]) => ('refused' in one ? [{ id, ...one }] : []));
  it.each(undone)('stays what it was under its key, when a new one would succeed: $id, $refusal', async (one) => {
    const stage = await newStage(one.id);
    const ask = await one.refused(stage);
    const { send, table, contract } = trialOf(stage, one.id, ask);
    const effects = table.effects();
    const first = await send();
    expect([codeOf(first), isReplay(first)], first.body).toEqual([one.refusal, false]);
    expect(table.effects()).toEqual(effects);
    await one.mended(stage, ask);
    const again = await send();
    expect([bytesOf(again), isReplay(again)]).toEqual([bytesOf(first), true]);
    const fresh = await send({ key: anotherKey });
    expect([fresh.statusCode, isReplay(fresh)], fresh.body).toEqual([contract.success, false]);
    expect(bytesOf(await send())).toEqual(bytesOf(first));
  });

  const isDecision = (id: string, code: string): boolean =>
    decisions.includes(endpointOf(id).contract.refusals[code]?.kind ?? '');
  const refused = Object.entries(businessKeys).flatMap(([id, lines]) =>
    lines.flatMap((line) => ('once' in line && isDecision(id, line.refusal) ? [{ id, ...line }] : [])),
  );
  it.each(refused)(
    'is one refusal when it comes fifty times at once: $id, $refusal',
    async ({ id, refusal, again }) => {
      const trial = await prepared(id);
      await trial.send();
      const ask = (await again?.(trial.stage, trial.ask)) ?? trial.ask;
      const effects = trial.table.effects();
      const answers = await trial.atOnce(50, { key: anotherKey, ask });
      expect(new Set(answers.map((answer) => JSON.stringify(bytesOf(answer)))).size).toBe(1);
      expect([answers.map(codeOf)[0], answers.filter((answer) => !isReplay(answer)).length]).toEqual([refusal, 1]);
      expect(trial.table.effects()).toEqual(effects);
    },
  );
});

type Wrong = Parameters<Trial['send']>[0] & { readonly status: number };

/** Requests that are wrong in themselves, each as far as the operation can be asked that way. */
const wrongs: Readonly<Record<string, (trial: Trial) => readonly Wrong[]>> = {
  'without a valid body': ({ contract, ask }) =>
    contract.body === undefined
      ? []
      : [
          { ask: { ...ask, body: { ...Object(ask.body), nobodyKnowsThis: 1 } }, status: 422 },
          { text: '{"cut":', status: 400 },
        ],
  'about what nobody has': ({ contract, ask }) => [
    ...(contract.path.includes('{') ? [{ ask: { ...ask, params: nobody(ask.params) }, status: 404 }] : []),
    ...(Object.hasOwn(Object(ask.body), 'customerId')
      ? [{ ask: { ...ask, body: { ...Object(ask.body), customerId: `cus_${'0'.repeat(26)}` } }, status: 404 }]
      : []),
  ],
  'by somebody who may not': ({ contract, ask }) =>
    contract.caller === 'anyone'
      ? []
      : [
          {
            actor: { kind: ask.as ? 'person' : 'partner', id: ask.as?.id ?? 'client-1', roles: [], scopes: [] },
            status: 403,
          },
        ],
  'without a token': ({ contract }) =>
    contract.caller === 'anyone' ? [] : [{ headers: { authorization: 'Bearer nobody.knows.this' }, status: 401 }],
  'about another version': ({ contract }) =>
    takesIfMatch(contract) ? [{ headers: { 'if-match': '"999"' }, status: 412 }] : [],
};

describe('a request that is wrong in itself', () => {
  const rows = Object.keys(wrongs).flatMap((name) => commands.map((id) => [name, id] as const));
  it.each(rows)('burns no key, %s: %s', async (name, id) => {
    const trial = await prepared(id);
    const before = trial.table.all();
    for (const { status, ...change } of wrongs[name]?.(trial) ?? []) {
      const answer = await trial.send(change);
      expect([answer.statusCode, isReplay(answer)], answer.body).toEqual([status, false]);
    }
    expect(trial.table.all()).toBe(before);
    const right = await trial.send({ key: theKey });
    expect([right.statusCode, isReplay(right)], right.body).toEqual([trial.contract.success, false]);
  });

  it.each(commands)('does not hide the answer that the key has already: %s', async (id) => {
    const trial = await prepared(id);
    const first = await trial.send();
    for (const makes of Object.values(wrongs))
      for (const { status: _status, ...change } of makes(trial)) await trial.send(change);
    expect(bytesOf(await trial.send())).toEqual(bytesOf(first));
  });
});
