import { bareCode, lineAt } from './code.ts';
import { type Rule, sourcesIn } from './repository.ts';

type Ban = { readonly pattern: RegExp; readonly instead: string };

const found = (sources: ReturnType<typeof sourcesIn>, bans: readonly Ban[], view: (source: string) => string) =>
  sources.flatMap(([path, source]) =>
    bans.flatMap(({ pattern, instead }) =>
      [...view(source).matchAll(pattern)].map(
        (match) => `${path}:${lineAt(source, match.index)} has \`${match[0]}\`: ${instead}`,
      ),
    ),
  );

const impurities: readonly Ban[] = [
  { pattern: /\bDate\.now\b/g, instead: 'time arrives as data' },
  { pattern: /\bnew Date\(\s*\)/g, instead: 'time arrives as data' },
  { pattern: /\bTemporal\.Now\b/g, instead: 'time arrives as data' },
  { pattern: /\bperformance\.now\b/g, instead: 'time arrives as data' },
  { pattern: /\bMath\.random\b/g, instead: 'ids arrive as data' },
  { pattern: /\brandomUUID\b/g, instead: 'ids arrive as data' },
  { pattern: /\bprocess\.\w+/g, instead: 'the domain does not know the process it runs in' },
];
const dateOf: Ban = { pattern: /\bnew Date\((?!\s*\))/g, instead: 'dates are read in domain/shared only' };

/** The domain knows no clock, no chance and no environment. */
export const domainIsPure: Rule = (repository) => {
  const sources = sourcesIn(repository, 'domain/');
  const unshared = sources.filter(([path]) => !path.startsWith('domain/shared/'));
  return [...found(sources, impurities, bareCode), ...found(unshared, [dateOf], bareCode)];
};

const leftovers: readonly Ban[] = [
  { pattern: /\.only\(/g, instead: 'it would hide every other test' },
  { pattern: /\.skip\(/g, instead: 'use runIf, and print the reason' },
  { pattern: /\b(?:it|test|describe)\.todo\b/g, instead: 'write the test or leave it out' },
  { pattern: /\bas any\b/g, instead: 'name the type' },
];
const notes: readonly Ban[] = [
  { pattern: /@ts-(?:ignore|nocheck)\b/g, instead: 'repair the type' },
  { pattern: /\b(?:TOD[O]|FIXM[E])\b/g, instead: 'do it, or write a decision down' },
];

/** Nothing is left over from work in progress. */
export const nothingIsLeftOver: Rule = (repository) => [
  ...found(sourcesIn(repository), leftovers, bareCode),
  ...found(sourcesIn(repository), notes, (source) => source),
];
