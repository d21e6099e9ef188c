import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plantedIn } from './simulation/planted/mutant.ts';
import { mutants } from './simulation/planted/mutants.ts';
import { importsGoOneWay, zodStaysSmall } from './support/tidy/imports.ts';
import { contractsIn, decisionsAreTested, missingEntryFiles } from './support/tidy/mirrors.ts';
import { filesAreKebabCase, foldersSayWhat, thereAreNoBarrels } from './support/tidy/names.ts';
import { linksLeadSomewhere, pagesHaveOneTitle, snippetsAreFiles } from './support/tidy/pages.ts';
import { holding, innocent, planted } from './support/tidy/planted.ts';
import { type Rule, readRepository, sourcesIn } from './support/tidy/repository.ts';
import { filesStaySmall, functionLengths, functionsStayShort } from './support/tidy/shape.ts';
import { domainIsPure, nothingIsLeftOver } from './support/tidy/words.ts';

const repository = readRepository(fileURLToPath(new URL('..', import.meta.url)));
const rules: Readonly<Record<string, Rule>> = {
  importsGoOneWay,
  zodStaysSmall,
  domainIsPure,
  nothingIsLeftOver,
  filesStaySmall,
  functionsStayShort,
  foldersSayWhat,
  filesAreKebabCase,
  thereAreNoBarrels,
  decisionsAreTested,
  pagesHaveOneTitle,
  linksLeadSomewhere,
  snippetsAreFiles,
};

const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((left, right) => left - right)[Math.floor((numbers.length - 1) * part)] ?? 0;

/** What the house measures, shown when a measure is missed. */
const measures = () => {
  const sources = sourcesIn(repository);
  const lines = sources.map(([, source]) => source.split('\n').length - 1);
  const functions = sources.flatMap(([, source]) => functionLengths(source).map(({ length }) => length));
  return {
    files: lines.length,
    linesMedian: quantile(lines, 0.5),
    linesP90: quantile(lines, 0.9),
    functions: functions.length,
    functionLinesMedian: quantile(functions, 0.5),
    functionLinesP90: quantile(functions, 0.9),
  };
};

describe('the house', () => {
  it.each(Object.entries(rules))('keeps its rule: %s', (_name, rule) => {
    expect(rule(repository)).toEqual([]);
  });
  it('keeps its files short', () => {
    const { linesMedian } = measures();
    expect(linesMedian, JSON.stringify(measures())).toBeLessThanOrEqual(60);
  });
  it.each(contractsIn(repository))('has a handler and a test for each entry of %s', async (path) => {
    const exported: Record<string, unknown> = await import(new URL(`../${path}`, import.meta.url).href);
    const capabilities = Object.values(exported).filter((value) => Object.hasOwn(Object(value), 'endpoints'));
    expect(capabilities, path).not.toEqual([]);
    for (const { name, endpoints, subscribers, schedules } of capabilities.map(Object)) {
      const ids = [endpoints, subscribers, schedules].flatMap((entries) => Object.keys(entries));
      expect(missingEntryFiles(name, ids, repository)).toEqual([]);
    }
  });
});

describe('the rules of the house', () => {
  it('look at every tree that is there', () => {
    const trees = ['domain', 'functions', 'infra', 'local', 'sdk', 'tests', 'tools'].filter((tree) =>
      repository.entries.includes(tree),
    );
    expect(trees).toEqual(expect.arrayContaining(['domain', 'local', 'tests']));
    for (const tree of trees) expect(sourcesIn(repository, `${tree}/`).length, tree).toBeGreaterThan(0);
    if (repository.entries.includes('docs')) expect([...repository.files.keys()].join()).toContain('docs/');
  });
  it.each(planted)('catch a planted fault: $rule.name in $path: $text', (fault) => {
    expect(fault.rule(holding(fault))).toHaveLength(1);
  });
  it.each(innocent)('leave alone: $rule.name in $path: $text', (file) => {
    expect(file.rule(holding(file))).toEqual([]);
  });
  it('are each proved by a planted fault', () => {
    const proved = new Set(planted.map(({ rule }) => rule));
    expect(Object.keys(rules).filter((name) => !proved.has(rules[name] ?? (() => [])))).toEqual([]);
  });
  it('notice a top with more than 24 entries', () => {
    const entries = Array.from({ length: 25 }, (_, at) => `entry${at}`);
    expect(foldersSayWhat({ files: new Map(), entries })).toHaveLength(1);
    expect(foldersSayWhat({ files: new Map(), entries: entries.slice(1) })).toEqual([]);
  });
  it('ask for the handler and the test of an entry by its name', () => {
    const files = new Map([['functions/policies/bind-policy.ts', '']]);
    expect(missingEntryFiles('policies', ['bindPolicy'], { files, entries: [] })).toEqual([
      'tests/functions/policies/bind-policy.test.ts is missing: the contract of policies declares it',
    ]);
  });
});

describe('a bug that the simulator plants', () => {
  // Said here in a moment, and not where its hunt fails minutes later.
  it.each(mutants)('still has its place: $name', (mutant) => {
    const source = repository.files.get(mutant.file) ?? '';
    expect(plantedIn(source, mutant)).not.toBe(source);
  });
});
