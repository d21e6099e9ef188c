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

  it('loses no operation unnoticed', () => {
    for (const [key, { at }] of entriesOf(document)) {
      const without = copy();
      const [, , path = '', method = ''] = at.split('/').map((part) => part.replaceAll('~1', '/'));
      delete Object(without.paths[path])[method];
      expect([key, compare(document, without, today).map(({ pointer }) => pointer)]).toEqual([key, [at]]);
    }
  });

  it('loses no field unnoticed, as one in nine shows', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    const fields = schemas.flatMap(([name, { properties }]) =>
      Object.keys(properties ?? {}).map((field) => [name, field] as const),
    );
    expect(fields.length).toBeGreaterThan(200);
    for (const [name, field] of fields.filter((_field, at) => at % 9 === 0)) {
      const without = copy();
      delete Object(without.components?.schemas?.[name]?.['properties'])[field];
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
