import type { Mutator } from '../mutator.ts';
import { addressMutators } from './addresses.ts';
import { batchMutators } from './batches.ts';
import { byteMutators } from './bytes.ts';
import { headerMutators } from './headers.ts';
import { idMutators } from './ids.ts';
import { injectionMutators } from './injections.ts';
import { limitMutators } from './limits.ts';
import { moneyMutators } from './money.ts';
import { queryMutators } from './queries.ts';
import { routeMutators } from './routes.ts';
import { structureMutators } from './structure.ts';
import { textMutators } from './texts.ts';
import { timeMutators } from './times.ts';
import { tokenMutators } from './tokens.ts';
import { typeMutators } from './types.ts';

export const mutators: readonly Mutator[] = [
  ...typeMutators,
  ...textMutators,
  ...injectionMutators,
  ...structureMutators,
  ...timeMutators,
  ...moneyMutators,
  ...idMutators,
  ...limitMutators,
  ...addressMutators,
  ...byteMutators,
  ...headerMutators,
  ...queryMutators,
  ...routeMutators,
  ...tokenMutators,
  ...batchMutators,
];
