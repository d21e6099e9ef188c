import { Code } from 'aws-cdk-lib/aws-lambda';
import { type Bundle, bundle, bytesMax } from './bundle.ts';
import type { CodeOf } from './deployment.ts';
import { entrySource } from './entry-source.ts';
import type { FunctionGroup } from './groups.ts';
import { platformFunctions } from './platform-functions.ts';

const limitOf = (group: FunctionGroup): number =>
  group.kind === 'http' && group.ownFunction ? bytesMax.own : bytesMax.shared;

/** The bundle of every function, by its name. */
export const bundlesOf = async (groups: readonly FunctionGroup[]): Promise<ReadonlyMap<string, Bundle>> => {
  const requests = [
    ...platformFunctions,
    ...groups.map((group) => ({ name: group.name, source: entrySource(group), bytesMax: limitOf(group) })),
  ];
  return new Map(await Promise.all(requests.map(async (one) => [one.name, await bundle(one)] as const)));
};

export const codeFrom =
  (bundles: ReadonlyMap<string, Bundle>): CodeOf =>
  (name) => {
    const made = bundles.get(name);
    if (made === undefined) throw new Error(`The function ${name} was not bundled.`);
    return Code.fromAsset(made.folder);
  };
