import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { compare } from '../../../tools/compatibility/compare.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { entriesOf, refusalsOf } from '../../../tools/compatibility/entries.ts';
import { openApiOf } from '../../../tools/generate/openapi.ts';
import { today } from './shop.ts';

let document: OpenApi;
const copy = (): OpenApi => JSON.parse(JSON.stringify(document)) as OpenApi;
beforeAll(async () => {
  document = JSON.parse(JSON.stringify(openApiOf(await loadCapabilities())));
});

describe('the document of the contracts', () => {
  it('breaks nothing of itself', () => {
    expect(compare(document, copy(), today)).toEqual([]);
  });

  // One half and then the other: each that is gone is named, and no other.
  it.each([0, 1])('loses no operation unnoticed, half %i', (half) => {
    const gone = [...entriesOf(document).values()].filter((_entry, at) => at % 2 === half).map(({ at }) => at);
    const without = copy();
    for (const at of gone) {
      const [, , path = '', method = ''] = at.split('/').map((part) => part.replaceAll('~1', '/'));
      delete Object(without.paths[path])[method];
    }
    const found = compare(document, without, today).map(({ pointer }) => pointer);
    expect(gone.length).toBeGreaterThan(30);
    expect(found.toSorted()).toEqual(gone.toSorted());
  });

  it.each([0, 1])('loses no event unnoticed, half %i', (half) => {
    const gone = Object.keys(document.webhooks ?? {}).filter((_type, at) => at % 2 === half);
    const without = copy();
    for (const type of gone) delete Object(without.webhooks)[type];
    const found = compare(document, without, today).map(({ pointer }) => pointer);
    expect(gone.length).toBeGreaterThan(25);
    expect(found.toSorted()).toEqual(gone.map((type) => `/webhooks/${type}`).toSorted());
  });

  it('loses no field unnoticed, as one in twenty-three shows', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    const fields = schemas.flatMap(([name, { properties }]) =>
      Object.keys(properties ?? {}).map((field) => [name, field] as const),
    );
    expect(fields.length).toBeGreaterThan(200);
    for (const [name, field] of fields.filter((_field, at) => at % 23 === 0)) {
      const { [field]: _gone, ...properties } = Object(document.components?.schemas?.[name]?.['properties']);
      const schema = { ...document.components?.schemas?.[name], properties };
      const components = { ...document.components, schemas: { ...document.components?.schemas, [name]: schema } };
      const without = { ...document, components };
      expect([name, field, compare(document, without, today).length > 0]).toEqual([name, field, true]);
    }
  });

  it('names the refusals of every operation by their codes', () => {
    const named = [...entriesOf(document).values()].map((entry) => refusalsOf(entry).size);
    expect(Math.min(...named)).toBeGreaterThan(0);
  });

  it('keeps what the baseline promised', () => {
    const file = new URL('../../../docs/openapi.baseline.json', import.meta.url);
    const baseline = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
    expect(entriesOf(baseline).size).toBeGreaterThan(30);
    expect(compare(baseline, document, new Date().toISOString().slice(0, 10))).toEqual([]);
  });
});
