import type { Capability } from '../../../functions/_kit/contract.ts';
import type { Recordings } from '../recordings.ts';
import { brunoFiles } from './bruno.ts';
import { httpFile } from './http-file.ts';
import { shownOperations } from './recorded.ts';

/** The collections by their paths in `examples/collections/`: what the contracts declare, as it was recorded. */
export const collectionFiles = (
  capabilities: readonly Capability[],
  recordings: Recordings,
): readonly (readonly [string, string])[] => {
  const groups = shownOperations(capabilities, recordings);
  return [
    ...groups.map((group) => [`http/reference/${group.name}.http`, httpFile(group)] as const),
    ...brunoFiles(groups).map(([path, text]) => [`bruno/${path}`, text] as const),
  ];
};
