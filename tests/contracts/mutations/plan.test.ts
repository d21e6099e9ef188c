import { describe, expect, it } from 'vitest';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { mutators } from './mutators/all.ts';
import { placesOf, placeText } from './places.ts';
import { sameWire } from './request.ts';
import { aRun, type Run, runRequests } from './run.ts';

/** What a check asks, and how many of its requests each mutator has to change by itself. */
const requests = 50_000;
const changedMin = 5;

const run = await aRun({ seed: 1 });
const textsOf = (operation: string): readonly string[] =>
  run.places.filter(({ base }) => run.ground.bases[base]?.draft.operation === operation).map(placeText);

describe('the mutators', () => {
  it('are at least 120, each with its own name and a sentence', () => {
    expect(mutators.length).toBeGreaterThanOrEqual(120);
    expect(new Set(mutators.map(({ id }) => id)).size).toBe(mutators.length);
    for (const { id, says } of mutators) expect([id, says.length > 5]).toEqual([id, true]);
  });

  it('each change requests of a check, at many places', () => {
    const changed = new Map<string, number>();
    const met = new Set<string>();
    for (let number = 0; number < requests; number += 1) {
      const drawn = run.draw(number);
      for (const { place } of drawn.steps) met.add(`${place.base} ${placeText(place)}`);
      const [step, ...more] = drawn.steps;
      if (step === undefined || more.length > 0) continue;
      const { wire, plain } = run.make(drawn);
      if (!sameWire(wire, plain)) changed.set(step.mutator.id, (changed.get(step.mutator.id) ?? 0) + 1);
    }
    expect(mutators.map(({ id }) => id).filter((id) => (changed.get(id) ?? 0) < changedMin)).toEqual([]);
    // Every place of every operation is changed by a check, in several ways.
    expect(run.places.filter((place) => !met.has(`${place.base} ${placeText(place)}`)).map(placeText)).toEqual([]);
  });
});

describe('the places', () => {
  it('are those of every operation', () => {
    const asked = new Set(run.ground.bases.map(({ draft }) => draft.operation));
    expect(run.operations.filter((id) => !asked.has(id))).toEqual([]);
  });

  it('are fields at any depth, parameters and headers', () => {
    expect(textsOf('bindPolicy')).toEqual(
      expect.arrayContaining([
        ...['field /offer', 'field /identity/imei', 'field /acknowledged/0/contentHash', 'body', 'request'],
        ...['header idempotency-key', 'header authorization', 'header content-type'],
      ]),
    );
    expect(textsOf('listPolicies')).toEqual(expect.arrayContaining(['query cursor', 'query include']));
    expect(textsOf('batchClaims')).toContain('field /items/0/body/lossAt');
    expect(textsOf('getDelivery')).toEqual(expect.arrayContaining(['path endpointId', 'path deliveryId']));
  });

  it('are joined by a field that is new', () => {
    const schema = { type: 'object', properties: { new: { type: 'array', items: { type: 'string' } } } };
    const content = { 'application/json': { schema } };
    const document = {
      paths: { '/x': { post: { operationId: 'closeAlert', requestBody: { content }, responses: {} } } },
      components: { schemas: {} },
    } as OpenApi;
    const bases = run.ground.bases.filter(({ draft }) => draft.operation === 'closeAlert');
    const texts = placesOf(bases, document).map(placeText);
    expect(texts).toEqual(expect.arrayContaining(['field /new', 'field /new/0', 'field /resolution']));
  });
});

describe('a run', () => {
  it('is the same for the same seed, and another one for another', async () => {
    const digestOf = async (one: Run): Promise<number> => (await runRequests(one, { first: 0, requests: 150 })).digest;
    const first = await digestOf(run);
    expect(await digestOf(await aRun({ seed: 1 }))).toBe(first);
    expect(await digestOf(await aRun({ seed: 2 }))).not.toBe(first);
  });

  it('asks each request alike, whatever was asked before', async () => {
    const fresh = await aRun({ seed: 1 });
    await runRequests(run, { first: 0, requests: 150 });
    for (const number of [3, 77, 142]) {
      const [told, again] = [await fresh.tell(number), await run.tell(number)];
      expect(again).toEqual(told);
    }
  });

  it('leaves the book as it was', async () => {
    const before = JSON.stringify(run.ground.book.engine.items());
    const { wrote } = await runRequests(run, { first: 0, requests: 300 });
    expect(wrote).toBeGreaterThan(10);
    expect(JSON.stringify(run.ground.book.engine.items())).toBe(before);
  });
});
