import { Code } from 'aws-cdk-lib/aws-lambda';
import { type Bundle, type BundleRequest, bundle, bytesMax } from './bundle.ts';
import type { CodeOf } from './deployment.ts';
import { entrySource } from './entry-source.ts';
import type { FunctionGroup } from './groups.ts';
import { platformFunctions } from './platform-functions.ts';

const requestOf = (group: FunctionGroup): BundleRequest => {
  const light = group.kind === 'http' && group.ownFunction;
  return { name: group.name, source: entrySource(group), bytesMax: light ? bytesMax.own : bytesMax.shared, light };
};

/** The bundle of every function, by its name. */
export const bundlesOf = async (groups: readonly FunctionGroup[]): Promise<ReadonlyMap<string, Bundle>> => {
  const requests: readonly BundleRequest[] = [...platformFunctions, ...groups.map(requestOf)];
  return new Map(await Promise.all(requests.map(async (one) => [one.name, await bundle(one)] as const)));
};

export const codeFrom =
  (bundles: ReadonlyMap<string, Bundle>): CodeOf =>
  (name) => {
    const made = bundles.get(name);
    if (made === undefined) throw new Error(`The function ${name} was not bundled.`);
    return Code.fromAsset(made.folder);
  };
