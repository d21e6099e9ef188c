import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Capability, EndpointContract } from '../../../functions/_kit/contract.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import type { Compiled } from '../../../infra/compiled/compiled.ts';
import { compiledSchemas } from '../../../infra/compiled/plugin.ts';
import { almost } from './almost.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const capabilities = await loadCapabilities();

/** All contracts as a bundle has them, by the name of their capability. */
const bundled = async (): Promise<Readonly<Record<string, Capability>>> => {
  const outdir = mkdtempSync(join(tmpdir(), 'bindery-compiled-'));
  const contents = capabilities.map(({ name }) => `export * from './functions/${name}/contract.ts';`).join('\n');
  await build({
    stdin: { contents, resolveDir: root, sourcefile: 'index.ts' },
    ...{ outdir, outExtension: { '.js': '.mjs' }, entryNames: 'index' },
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', plugins: [compiledSchemas] },
  });
  const entry = join(outdir, 'index.mjs');
  expect(readFileSync(entry, 'utf8')).not.toContain('strictObject(');
  return import(pathToFileURL(entry).href);
};
const compiled = await bundled();

const parts = ['params', 'query', 'body', 'response'] as const;
type Part = (typeof parts)[number];

/** What was recorded of each operation; a test of their own holds that these are true answers. */
const recorded = (id: string): Readonly<Record<Part, unknown>> => {
  const { request, response } = JSON.parse(readFileSync(join(root, `docs/reference/examples/${id}.json`), 'utf8'));
  const query = Object.fromEntries(new URL(request.path, 'https://api.example').searchParams);
  return { params: request.params ?? {}, query, body: request.body, response: response.body };
};

type Case = readonly [name: string, schema: z.ZodType, stands: Compiled, right: unknown];

const casesOf = ({ name, endpoints }: Capability): readonly Case[] =>
  Object.values(endpoints).flatMap((contract: EndpointContract & { readonly id: string }) => {
    const examples = recorded(contract.id);
    return parts.flatMap((part): readonly Case[] => {
      const schema = contract[part];
      const stands = compiled[name]?.endpoints[contract.id]?.[part] as unknown as Compiled;
      return schema === undefined ? [] : [[`${contract.id} ${part}`, schema, stands, examples[part]]];
    });
  });
const cases = capabilities.flatMap(casesOf);

const same = (schema: z.ZodType, { safeParse }: Compiled, value: unknown): void => {
  const { success, data } = schema.safeParse(value);
  expect(safeParse(value)).toEqual(success ? { success, data } : { success });
};

describe('a compiled schema', () => {
  it('stands for every schema of every contract', () => {
    expect(cases.length).toBeGreaterThan(150);
    expect(cases.filter(([, , stands]) => stands === undefined).map(([name]) => name)).toEqual([]);
  });
  it.each(cases)('takes and refuses what its schema does: %s', async (_name, schema, stands, right) => {
    same(schema, stands, right);
    fc.assert(
      fc.property(almost(right), (value) => same(schema, stands, value)),
      { numRuns: 100 },
    );
    const { error } = await stands.safeParseAsync([right]);
    expect(error?.issues.length).toBeGreaterThan(0);
    expect(error?.issues).toEqual(schema.safeParse([right]).error?.issues);
  });
  it('takes what was recorded of a quote, and gives it as the schema does', () => {
    const quote = cases.filter(([name]) => name.startsWith('createQuote'));
    expect(quote.map(([name]) => name)).toEqual(['createQuote body', 'createQuote response']);
    for (const [, , stands, right] of quote) expect(stands.parse(right)).toEqual(right);
  });
  it('says which schema it stands for when a value of our own is not what it describes', () => {
    const [, , stands] = cases.find(([name]) => name === 'createQuote body') ?? [];
    expect(() => stands?.parse({ items: [] })).toThrow('This is not what QuoteRequest describes.');
  });
});
