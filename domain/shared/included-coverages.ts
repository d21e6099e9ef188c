import { holds } from './form/holds.ts';
import type { Condition, Inputs } from './form/schema.ts';

/** The coverages that the inputs bought, in the order of the product: offer, certificate and claim agree on them. */
export const includedCoverages = <C extends { readonly when?: readonly Condition[] | undefined }>(
  coverages: readonly C[],
  inputs: Inputs,
): readonly C[] => coverages.filter(({ when }) => holds(when ?? [], inputs));
