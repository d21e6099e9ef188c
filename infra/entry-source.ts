import { kebab } from '../functions/_kit/contract.ts';
import { entryFileOf } from '../functions/_kit/load-capabilities.ts';
import { tableGrantsOf, usesOf } from './grants.ts';
import type { FunctionGroup } from './groups.ts';

const handlers = {
  http: { from: './functions/_kit/lambda.ts', make: (entries: string) => `lambda([${entries}], platform)` },
  queue: { from: './functions/_kit/react.ts', make: (entries: string) => `queueLambda(${entries}, platform)` },
  schedule: {
    from: './functions/_kit/run-schedule.ts',
    make: (entries: string) => `scheduleLambda(${entries}, platform)`,
  },
};

/** A function without rights on the table is composed without the SDK. */
const compositionOf = ({ entries }: FunctionGroup): string =>
  tableGrantsOf(entries).length === 0 ? 'cloud-light' : 'cloud';

/**
 * The module that Lambda runs: the entries of the group, the services that they use, and one chain around them. It is
 * written by a loop, so that a function holds exactly what its contracts name.
 */
export const entrySource = (group: FunctionGroup): string => {
  const { from, make } = handlers[group.kind];
  const uses = usesOf(group.entries);
  const maker = make('').replace(/\(.*/, '');
  return [
    `import { ${maker} } from '${from}';`,
    `import { entryIn } from './functions/_kit/entry-in.ts';`,
    `import { cloudPlatform } from './functions/_adapters/${compositionOf(group)}.ts';`,
    ...uses.map((use) => `import { connect as ${use} } from './functions/_adapters/connect/${kebab(use)}.ts';`),
    ...group.entries.map(({ capability, id }) => `import * as ${id} from './${entryFileOf(capability, id)}';`),
    `const platform = cloudPlatform({ ${uses.map((use) => `${use}: ${use}()`).join(', ')} });`,
    `export const handler = ${make(group.entries.map(({ id }) => `entryIn(${id})`).join(', '))};`,
  ].join('\n');
};
