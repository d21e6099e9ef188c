import { describe, expect, it } from 'vitest';
import * as acts from '../crash-points/acts.ts';
import { otherSpelling, otherValues } from './spellings.ts';
import { bytesOf, endpointOf, entries, isReplay, newStage, prepared, type Trial, theKey, trialOf } from './trial.ts';

type Result = { readonly outcome: string; readonly status: number; readonly body: Readonly<Record<string, unknown>> };
type Batch = { readonly open: number; readonly results: readonly Result[] };

/** Each batch with each operation that it takes, derived from the contracts. */
const rows = entries.endpoints.flatMap(({ contract }) =>
  (contract.batch ?? []).map((id) => [contract.id, id] as const),
);

/** The operation as its scenario prepares it, and the batch that asks for it under the same key. */
const preparedIn = async (batchId: string, id: string) => {
  const alone = await prepared(id);
  const itemOf = (body: unknown, key = theKey) => ({
    ...{ operation: id, idempotencyKey: key, body },
    ...(alone.ask.params !== undefined && { params: alone.ask.params }),
  });
  const askFor = (...items: readonly object[]) => ({ body: { items } });
  const whole = trialOf(alone.stage, batchId, askFor(itemOf(alone.ask.body)));
  return { alone, whole, itemOf, askFor };
};
const resultsOf = (answer: Awaited<ReturnType<Trial['send']>>): readonly Result[] => {
  const { results } = JSON.parse(answer.body) as Batch;
  return results;
};
const shown = (answer: Awaited<ReturnType<Trial['send']>>) => {
  const { statusCode: status, body } = answer;
  return { status, body: JSON.parse(body) };
};

describe('a batch that is sent again', () => {
  it('is of every operation that the contracts give it', () => {
    expect(rows.length).toBeGreaterThan(4);
    for (const [, id] of rows) expect(endpointOf(id).contract.writes.length, id).toBeGreaterThan(0);
  });

  it.each(rows)('answers the same bytes and writes nothing: %s of %s', async (batchId, id) => {
    const { whole, alone } = await preparedIn(batchId, id);
    const first = await whole.send();
    expect(resultsOf(first)).toMatchObject([{ outcome: 'done', status: alone.contract.success }]);
    const table = whole.table.all();
    const again = await whole.send();
    const spelt = await whole.send({ text: otherSpelling(whole.ask.body) });
    expect([again.body, spelt.body]).toEqual([first.body, first.body]);
    expect(whole.table.all()).toBe(table);
  });

  it.each(rows)('knows an item that was done alone, and the other way round: %s of %s', async (batchId, id) => {
    const one = await preparedIn(batchId, id);
    const alone = await one.alone.send();
    expect(resultsOf(await one.whole.send())).toMatchObject([shown(alone)]);
    const other = await preparedIn(batchId, id);
    const [result] = resultsOf(await other.whole.send());
    const again = await other.alone.send();
    expect([shown(again), isReplay(again)]).toEqual([{ status: result?.status, body: result?.body }, true]);
    expect(bytesOf(again).etag).toBe(bytesOf(alone).etag);
    expect(other.alone.table.effects()).toEqual(one.alone.table.effects());
  });

  it.each(rows)('has one effect when it comes fifty times at once: %s of %s', async (batchId, id) => {
    const one = await preparedIn(batchId, id);
    await one.alone.send();
    const { whole } = await preparedIn(batchId, id);
    const answers = await whole.atOnce(50);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(whole.table.effects()).toEqual(one.alone.table.effects());
  });

  it.each(rows)('refuses an item whose key was used for another, and no other item: %s of %s', async (batchId, id) => {
    const { whole, alone, itemOf, askFor } = await preparedIn(batchId, id);
    const right = await whole.send();
    const table = whole.table.all();
    const { body: schema } = alone.contract;
    const other = otherValues(alone.ask.body).findLast((body) => schema?.safeParse(body).success === true);
    const mixed = await whole.send({ ask: askFor(itemOf(other)) });
    expect(resultsOf(mixed)).toMatchObject([
      { outcome: 'refused', status: 422, body: { code: 'idempotency-key-reused' } },
    ]);
    const twice = await whole.send({ ask: askFor(itemOf(alone.ask.body), itemOf(other)) });
    expect([twice.statusCode, JSON.parse(twice.body).code]).toEqual([422, 'invalid-request']);
    expect(whole.table.all()).toBe(table);
    expect((await whole.send()).body).toBe(right.body);
  });
});

describe('a key', () => {
  it('is one per operation: a whole sale may go by a single one', async () => {
    const stage = await newStage('bindBasket');
    const registered = await trialOf(stage, 'registerCustomer', { body: acts.aPerson }).send();
    const { customerId } = JSON.parse(registered.body);
    const { bind } = await acts.anOfferTo(stage, customerId, 'return-freight', { collection: 'partner' });
    const bound = await trialOf(stage, 'bindPolicy', bind).send();
    expect([registered, bound].map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect([registered, bound].map(isReplay)).toEqual([false, false]);
  });
});
