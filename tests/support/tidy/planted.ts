import { importsGoOneWay, zodStaysSmall } from './imports.ts';
import { decisionsAreTested } from './mirrors.ts';
import { filesAreKebabCase, foldersSayWhat, thereAreNoBarrels } from './names.ts';
import { linksLeadSomewhere, pagesHaveOneTitle, snippetsAreFiles } from './pages.ts';
import type { Repository, Rule } from './repository.ts';
import { filesStaySmall, functionsStayShort } from './shape.ts';
import { domainIsPure, nothingIsLeftOver } from './words.ts';

/** A fault planted at a path, and the rule that must catch it; a rule that is blind to it would be no rule. */
export type Planted = { readonly rule: Rule; readonly path: string; readonly text: string };

const lines = (count: number, line = 'work();') => `${line}\n`.repeat(count);

/** Words that must not stand in this file itself are put together here. */
const joined = (...parts: readonly string[]) => parts.join('');

const imported = (path: string, target: string): Planted => ({
  rule: importsGoOneWay,
  path,
  text: `import { a } from '${target}';\n`,
});

export const planted: readonly Planted[] = [
  imported('domain/policies/bind-policy.ts', '../quoting/rate.ts'),
  imported('domain/policies/bind-policy.ts', '../../functions/_kit/clock.ts'),
  imported('domain/policies/schema.ts', 'node:crypto'),
  imported('domain/policies/evolve.ts', '@aws-sdk/lib-dynamodb'),
  imported('domain/shared/money.ts', '../policies/schema.ts'),
  imported('functions/policies/bind-policy.ts', '../_storage/load.ts'),
  imported('functions/policies/bind-policy.ts', '../quoting/create-quote.ts'),
  imported('functions/policies/bind-policy.ts', '@aws-sdk/client-sns'),
  imported('functions/policies/bind-policy.ts', '../../local/main.ts'),
  imported('functions/_kit/store.ts', '@aws-sdk/lib-dynamodb'),
  imported('functions/_kit/store.ts', '../_storage/load.ts'),
  imported('functions/_adapters/keys.ts', '@aws-sdk/client-dynamodb'),
  imported('infra/api.ts', '../functions/policies/bind-policy.ts'),
  imported('infra/api.ts', '../functions/_storage/load.ts'),
  imported('tools/generate.ts', '../local/main.ts'),
  imported('sdk/send.ts', '../functions/_kit/clock.ts'),
  imported('sdk/send.ts', './cli/print.ts'),
  imported('sdk/send.ts', 'node:crypto'),
  imported('sdk/cli/main.ts', 'zod'),
  { rule: importsGoOneWay, path: 'domain/a/b.ts', text: "import type {\n  A,\n} from '../c/d.ts';\n" },
  { rule: importsGoOneWay, path: 'domain/a/b.ts', text: "export { a } from '../c/d.ts';\n" },
  { rule: importsGoOneWay, path: 'domain/a/b.ts', text: "const a = await import('../c/d.ts');\n" },
  { rule: zodStaysSmall, path: 'domain/policies/schema.ts', text: "import { z } from 'zod';\n" },
  { rule: zodStaysSmall, path: 'functions/_kit/queries/schema.ts', text: "import z from 'zod';\n" },
  { rule: zodStaysSmall, path: 'domain/policies/bind-policy.ts', text: "import * as z from 'zod';\n" },
  { rule: zodStaysSmall, path: 'functions/policies/contract.ts', text: "import * as z from 'zod';\n" },
  { rule: domainIsPure, path: 'domain/policies/a.ts', text: 'const now = Date.now();\n' },
  { rule: domainIsPure, path: 'domain/shared/a.ts', text: 'const now = new Date();\n' },
  { rule: domainIsPure, path: 'domain/policies/a.ts', text: 'const at = new Date(text);\n' },
  { rule: domainIsPure, path: 'domain/policies/a.ts', text: 'const chance = Math.random();\n' },
  { rule: domainIsPure, path: 'domain/policies/a.ts', text: "const mode = process.env['MODE'];\n" },
  { rule: nothingIsLeftOver, path: 'tests/a.test.ts', text: joined('it.on', "ly('runs alone', () => {});\n") },
  { rule: nothingIsLeftOver, path: 'tests/a.test.ts', text: joined('describe.sk', "ip('rests', () => {});\n") },
  { rule: nothingIsLeftOver, path: 'tests/a.test.ts', text: joined('it.to', "do('comes later');\n") },
  { rule: nothingIsLeftOver, path: 'local/a.ts', text: joined('const a = b as a', 'ny;\n') },
  { rule: nothingIsLeftOver, path: 'local/a.ts', text: joined('// @ts-ig', 'nore\n') },
  { rule: nothingIsLeftOver, path: 'local/a.ts', text: joined('// TO', 'DO later\n') },
  { rule: filesStaySmall, path: 'local/a.ts', text: lines(251) },
  { rule: filesStaySmall, path: 'local/a.ts', text: `${'x'.repeat(121)}\n` },
  { rule: filesStaySmall, path: 'local/a.ts', text: 'const f = (a: A<B, C>, b: B, c = [1, 2], d, e) => 1;\n' },
  { rule: filesStaySmall, path: 'local/a.ts', text: 'function f(a, b, { c, d }, e, g) {}\n' },
  { rule: functionsStayShort, path: 'local/a.ts', text: `const f = () => {\n${lines(69, '  work();')}};\n` },
  { rule: functionsStayShort, path: 'local/a.ts', text: `function f() {\n${lines(69, '  work();')}}\n` },
  {
    rule: functionsStayShort,
    path: 'local/a.ts',
    text: `const f = (\n  a: A,\n): B => {\n${lines(67, '  work();')}};\n`,
  },
  { rule: foldersSayWhat, path: 'domain/utils/a.ts', text: '' },
  { rule: filesAreKebabCase, path: 'domain/policies/bindPolicy.ts', text: '' },
  { rule: thereAreNoBarrels, path: 'domain/policies/index.ts', text: 'work();\n' },
  {
    rule: thereAreNoBarrels,
    path: 'domain/policies/all.ts',
    text: "export * from './a.ts';\nexport { b } from './b.ts';\n",
  },
  { rule: decisionsAreTested, path: 'domain/policies/bind-policy.ts', text: 'export const bindPolicy = () => 1;\n' },
  { rule: pagesHaveOneTitle, path: 'docs/a.md', text: 'No title\n' },
  { rule: pagesHaveOneTitle, path: 'docs/a.md', text: '# One\n\n# Two\n' },
  { rule: linksLeadSomewhere, path: 'docs/a.md', text: '# A\n\n[gone](../gone.md#part)\n' },
  { rule: linksLeadSomewhere, path: 'docs/a.md', text: '# A\n\n[gone](#part)\n\n```sh\n# part\n```\n' },
  { rule: linksLeadSomewhere, path: 'docs/a.md', text: '# A\n\n[gone](a.md#the-part-1)\n\n## The part\n' },
  { rule: snippetsAreFiles, path: 'docs/guides/a.md', text: '# A\n\n```sh\ncurl a\n```\n' },
  { rule: snippetsAreFiles, path: 'docs/a.md', text: '# A\n\n- a\n\n  ```ts tab=ts\n  work();\n  ```\n' },
];

/** What looks like a fault and is none. */
export const innocent: readonly Planted[] = [
  imported('domain/policies/bind-policy.ts', '../quoting/schema.ts'),
  imported('domain/policies/bind-policy.ts', '../shared/money.ts'),
  imported('domain/policies/bind-policy.ts', './evolve.ts'),
  imported('functions/policies/bind-policy.ts', '../../domain/quoting/rate.ts'),
  imported('functions/_storage/load.ts', '@aws-sdk/lib-dynamodb'),
  imported('infra/api.ts', '../functions/_storage/keys.ts'),
  imported('infra/api.ts', '../functions/policies/contract.ts'),
  imported('tests/a.test.ts', '../local/main.ts'),
  imported('sdk/cli/print.ts', '../money.ts'),
  imported('sdk/cli/main.ts', 'node:util'),
  { rule: importsGoOneWay, path: 'domain/a/b.ts', text: "// import { a } from 'node:fs';\n" },
  { rule: zodStaysSmall, path: 'domain/policies/schema.ts', text: "import * as z from 'zod';\n" },
  {
    rule: domainIsPure,
    path: 'domain/shared/a.ts',
    text: "// Date.now\nconst at = new Date(text); const b = 'Date.now()';\n",
  },
  {
    rule: nothingIsLeftOver,
    path: 'tests/a.test.ts',
    text: 'describe.runIf(isThere)("runs where it can", () => {});\n',
  },
  { rule: filesStaySmall, path: 'local/a.ts', text: `${'x'.repeat(120)}\n${lines(249)}` },
  {
    rule: filesStaySmall,
    path: 'local/a.ts',
    text: 'const f = (a: A<B, C>, { b, c }: D, e: E, g) => h(1, 2, 3, 4, 5);\n',
  },
  { rule: filesStaySmall, path: 'sdk/generated/a.ts', text: lines(251) },
  { rule: functionsStayShort, path: 'local/a.ts', text: `const f = () => {\n${lines(68, '  work();')}};\n` },
  { rule: functionsStayShort, path: 'tests/a.test.ts', text: `describe('a', () => {\n${lines(99, '  work();')}});\n` },
  {
    rule: decisionsAreTested,
    path: 'domain/policies/terms.ts',
    text: 'export type Terms = { readonly a: () => void };\n',
  },
  { rule: pagesHaveOneTitle, path: 'docs/a.md', text: '# One\n\n```sh\n# a comment\n```\n' },
  { rule: linksLeadSomewhere, path: 'docs/a.md', text: '# A\n\n[here](a.md#a) [out](https://example.com) [up](#a)\n' },
  { rule: linksLeadSomewhere, path: 'docs/a.md', text: '# A\n\n[b](#b-c-1)\n\n## `b` [c](a.md)\n\n## B, c\n' },
  { rule: linksLeadSomewhere, path: 'docs/a.md', text: '# A\n\n[理赔](#理赔)\n\n## 理赔\n' },
  { rule: snippetsAreFiles, path: 'docs/a.md', text: '# A\n\n```sh file=examples/a.sh#b\ncurl a\n```\n' },
  { rule: snippetsAreFiles, path: 'docs/a.md', text: '# A\n\n```text\ncurl a\n```\n' },
  { rule: snippetsAreFiles, path: 'docs/decisions/a.md', text: '# A\n\n```sh\ncurl a\n```\n' },
];

/** A repository with nothing but one file. */
export const holding = ({ path, text }: Planted): Repository => ({
  files: new Map([[path, text]]),
  entries: [path.split('/')[0] ?? ''],
});
