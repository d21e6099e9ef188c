import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as written from '../../../domain/quoting/schema.ts';
import type { Compiled } from '../../../infra/compiled/compiled.ts';
import { compiledSchemas } from '../../../infra/compiled/plugin.ts';
import { validatorSource } from '../../../infra/compiled/source.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The schemas of quoting as a bundle has them. */
const bundled = async (): Promise<Readonly<Record<string, Compiled>>> => {
  const outdir = mkdtempSync(join(tmpdir(), 'bindery-compiled-'));
  await build({
    stdin: { contents: `export * from './domain/quoting/schema.ts'`, resolveDir: root, sourcefile: 'index.ts' },
    ...{ outdir, outExtension: { '.js': '.mjs' }, entryNames: 'index' },
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', plugins: [compiledSchemas] },
  });
  const entry = join(outdir, 'index.mjs');
  expect(readFileSync(entry, 'utf8')).not.toContain('strictObject(');
  return import(pathToFileURL(entry).href);
};
const compiled = await bundled();

const names = Object.entries(written).flatMap(([name, value]) => (value instanceof z.ZodType ? [name] : []));
const { request, response } = JSON.parse(readFileSync(join(root, 'docs/reference/examples/createQuote.json'), 'utf8'));

/** Every place in a value, from the whole of it inwards. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))
    : []),
];

const changed = (value: unknown, [name, ...rest]: readonly string[], next: unknown): unknown => {
  if (name === undefined) return next;
  if (typeof value !== 'object' || value === null) return next;
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = changed(copy[name], rest, next);
  if (inner === undefined) delete copy[name];
  else copy[name] = inner;
  return copy;
};

/** A right value with one place taken out, replaced or with a field more. */
const almost = (right: unknown) =>
  fc
    .tuple(fc.constantFrom(...placesIn(right)), fc.option(fc.jsonValue(), { nil: undefined }), fc.boolean())
    .map(([path, next, more]) => (more ? changed(right, [...path, 'more'], next ?? 1) : changed(right, path, next)));

const same = (schema: z.ZodType, { safeParse }: Compiled, value: unknown): void => {
  const { success, data } = schema.safeParse(value);
  expect(safeParse(value)).toEqual(success ? { success, data } : { success });
};

describe('a compiled schema', () => {
  it('stands for every schema of the file', () => {
    expect(names.filter((name) => compiled[name] === undefined)).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['QuoteRequest', 'QuoteResponse', 'OfferTerms']));
  });
  it.each([
    ['QuoteRequest', written.QuoteRequest, request.body],
    ['QuoteResponse', written.QuoteResponse, response.body],
  ])('takes and refuses what its schema does: %s', (name, schema, right) => {
    const one = compiled[name];
    if (one === undefined) throw new Error(name);
    expect(one.parse(right)).toEqual(right);
    fc.assert(
      fc.property(almost(right), (value) => same(schema, one, value)),
      { numRuns: 3_000 },
    );
  });
  it('gives the same issues as its schema, which it fetches for them', async () => {
    const wrong = { items: [{ ...request.body.items[0], itemId: '', quantity: 2 }] };
    const { error } = (await compiled['QuoteRequest']?.safeParseAsync(wrong)) ?? {};
    expect(error?.issues).toEqual(written.QuoteRequest.safeParse(wrong).error?.issues);
    expect(error?.issues).toHaveLength(2);
  });
  it('keeps checks of our own: no two items of one id', () => {
    const twice = { items: [request.body.items[0], request.body.items[0]] };
    expect(compiled['QuoteRequest']?.safeParse(twice)).toEqual({ success: false });
    expect(() => compiled['QuoteRequest']?.parse(twice)).toThrow('This is not what QuoteRequest describes.');
  });
});

describe('validatorSource', () => {
  it('refuses a check that no file exports, for a bundle could not find it', () => {
    const schema = z.string().refine((text) => text !== 'x');
    expect(() => validatorSource(schema, () => undefined)).toThrow('no file beside its schema exports');
    expect(validatorSource(schema, () => 'beside0.notX')).toContain('const c0 = beside0.notX;');
  });
});
