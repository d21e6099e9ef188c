import { bareCode } from './code.ts';
import { basename, folderOf, type Repository, type Rule, sourcesIn } from './repository.ts';

/** They are tested through what uses them, or as a whole: lifecycles by the full matrix. */
const withoutMirror = ['schema.ts', 'events.ts', 'refusals.ts', 'lifecycle.ts'];

/** A file of types alone has nothing to run. */
const runsNothing = (source: string): boolean =>
  !/=>|\bfunction\b/.test(bareCode(source).replace(/^export type[\s\S]*?;$/gm, ''));

/** Every decision has a test of the same name at the same place. */
export const decisionsAreTested: Rule = (repository) =>
  sourcesIn(repository, 'domain/')
    .filter(([path, source]) => !withoutMirror.includes(basename(path)) && !runsNothing(source))
    .map(([path]) => [path, `tests/${path.replace(/\.ts$/, '.test.ts')}`] as const)
    .filter(([, test]) => !repository.files.has(test))
    .map(([path, test]) => `${path} has no ${test}`);

const kebabOf = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The file and the test that each declared entry must have, and does not. */
export const missingEntryFiles = (capability: string, ids: readonly string[], { files }: Repository) =>
  ids
    .map((id) => `functions/${capability}/${kebabOf(id)}`)
    .flatMap((path) => [`${path}.ts`, `tests/${path}.test.ts`])
    .filter((path) => !files.has(path))
    .map((path) => `${path} is missing: the contract of ${capability} declares it`);

/** The capabilities whose contract declares entries. */
export const contractsIn = (repository: Repository): readonly string[] =>
  sourcesIn(repository, 'functions/')
    .map(([path]) => path)
    .filter((path) => basename(path) === 'contract.ts' && !folderOf(path).includes('_'));
