import { posix } from 'node:path';
import { withoutComments } from './code.ts';
import { basename, type Rule, sourcesIn } from './repository.ts';

/** `import … from 'x'`, `import type …`, `export … from 'x'`, `import 'x'` and `import('x')`. */
const specifiers = /\b(?:from\s*|import\s*\(\s*|import\s+)(['"])([^'"\n]+)\1/g;

/** What a source imports: paths from the repository's root where they are relative, names of packages otherwise. */
export const importsOf = (path: string, source: string): readonly string[] =>
  [...withoutComments(source).matchAll(specifiers)].map(([, , specifier = '']) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
  );

const topOf = (path: string): string => path.split('/')[0] ?? '';
/** `domain/policies` of `domain/policies/bind-policy.ts`: the capability, or the shared part of a tree. */
const homeOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const isPublic = (path: string) => ['schema.ts', 'events.ts'].includes(basename(path));

const trees = ['domain', 'functions', 'infra', 'local', 'sdk', 'tests', 'tools'];
const isOurs = (target: string) => trees.includes(topOf(target)) && target.includes('/');

/** Design §1: who may import whom among our own files, in one direction. */
const mayImport = (path: string, target: string): boolean => {
  const own = homeOf(path) === homeOf(target);
  const fromDomain = topOf(target) === 'domain';
  switch (topOf(path)) {
    case 'domain':
      return (
        own ||
        homeOf(target) === 'domain/shared' ||
        (fromDomain && homeOf(path) !== 'domain/shared' && isPublic(target))
      );
    case 'functions':
      return own || fromDomain || homeOf(target) === 'functions/_kit' || isAdapter(path, target);
    case 'infra':
      return topOf(target) === 'infra' || fromDomain || isReadByInfra(target);
    case 'sdk':
      // It is published by itself; who only calls the client gets nothing of the command line.
      return topOf(target) === 'sdk' && (path.startsWith('sdk/cli/') || !target.startsWith('sdk/cli/'));
    case 'tools':
      return !['local', 'tests'].includes(topOf(target));
    default:
      return true;
  }
};

/** Adapters may build on each other; the kit and the capabilities see none of them. */
const isAdapter = (path: string, target: string): boolean =>
  [path, target].every((each) => /^functions\/_(?!kit\/)/.test(each));

const isReadByInfra = (target: string): boolean =>
  target.startsWith('functions/_kit/') || target === 'functions/_storage/keys.ts' || basename(target) === 'contract.ts';

/** Which packages a tree may not name. The pure domain names no platform; handlers and the kit name no AWS client. */
const mayUsePackage = (path: string, name: string): boolean => {
  if (path.startsWith('domain/')) return !/^(node:|@aws-sdk\/|@middy\/|aws-)/.test(name);
  // No package, and nothing of Node's but in the command line: the rest runs in a page.
  if (path.startsWith('sdk/')) return path.startsWith('sdk/cli/') && name.startsWith('node:');
  if (!path.startsWith('functions/')) return true;
  if (name.includes('dynamodb')) return path.startsWith('functions/_storage/');
  return !name.startsWith('@aws-sdk/') || isAdapter(path, path);
};

/** Imports go one way only. */
export const importsGoOneWay: Rule = (repository) =>
  sourcesIn(repository).flatMap(([path, source]) =>
    importsOf(path, source)
      .filter((target) => !(isOurs(target) ? mayImport(path, target) : mayUsePackage(path, target)))
      .map((target) => `${path} may not import ${target}`),
  );

/**
 * Zod by its namespace, for the named import costs 364 kB in each bundle. It makes schemas in `schema.ts` alone: these
 * are compiled for the cloud, and all that stands elsewhere would have functions carry zod.
 */
export const zodStaysSmall: Rule = (repository) =>
  sourcesIn(repository).flatMap(([path, source]) => {
    const lines = withoutComments(source)
      .split('\n')
      .filter((line) => /^(import|export|\}).*from\s*['"]zod(\/[^'"]*)?['"]/.test(line));
    const badly = lines.filter((line) => !/^import (type )?\* as z from 'zod';$/.test(line.trim()));
    const inDomain = path.startsWith('domain/');
    const counted = lines.filter((line) => inDomain || !line.startsWith('import type'));
    const outside = counted.length > 0 && /^(domain|functions)\//.test(path) && basename(path) !== 'schema.ts';
    return [
      ...badly.map((line) => `${path} must import zod as \`import * as z from 'zod'\`: ${line.trim()}`),
      ...(outside ? [`${path} may not import zod: only schema.ts does`] : []),
    ];
  });
