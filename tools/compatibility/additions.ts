import type { OpenApi } from './document.ts';
import { entriesOf, refusalsOf } from './entries.ts';

/** What the new document offers beyond the baseline, as far as it has a name: operations and refusals. */
export const additions = (baseline: OpenApi, document: OpenApi): readonly string[] => {
  const before = entriesOf(baseline);
  return [...entriesOf(document)].flatMap(([key, entry]) => {
    const known = before.get(key);
    if (known === undefined) return [entry.name];
    const codes = refusalsOf(known);
    return [...refusalsOf(entry).keys()].filter((code) => !codes.has(code)).map((code) => `${entry.name} ${code}`);
  });
};
