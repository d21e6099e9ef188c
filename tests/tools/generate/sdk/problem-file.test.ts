import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../../functions/_kit/load-capabilities.ts';
import { entriesByCode } from '../../../../tools/generate/openapi-problems.ts';
import { notAlwaysGiven } from '../../../../tools/generate/sdk/problem-file.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const sources = ['domain', 'functions'].flatMap((tree) =>
  readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(root, tree, path), 'utf8')),
);

/** The names in an object that is written out, such as `{ policyId, status: policy.status }`. */
const namesIn = (written: string): readonly string[] =>
  [...written.matchAll(/(?:^|[{,])\s*(\w+)(?=\s*[:,}]|\s*$)/g)].map(([, name = '']) => name);

/** Every place in the sources that refuses with a code, and the facts that it gives where they are written out. */
const given = sources.flatMap((source) =>
  [...source.matchAll(/\brefuse\('([a-z-]+)'(?:,\s*(\{[^{}]*\}))?\)/g)].map(([, code = '', facts]) => ({
    ...{ code, names: facts === undefined ? [] : namesIn(facts) },
  })),
);

describe('the facts of a problem', async () => {
  const entries = entriesByCode(await loadCapabilities());

  it('are given wherever it is refused, as its example has them, or are typed as absent at times', () => {
    expect(given.length).toBeGreaterThan(80);
    const differing = given.flatMap(({ code, names }) => {
      const typed = Object.keys(entries.get(code)?.example ?? {});
      const lacking = typed.filter((name) => !names.includes(name) && !notAlwaysGiven[code]?.includes(name));
      return lacking.length === 0 ? [] : [`${code} lacks ${lacking.join()}`];
    });
    expect(differing).toEqual([]);
  });
  it.each(Object.entries(notAlwaysGiven))('that are typed as absent at times are so: %s', (code, names) => {
    for (const name of names)
      expect(
        given.some((one) => one.code === code && !one.names.includes(name)),
        `${code}.${name}`,
      ).toBe(true);
  });
});
