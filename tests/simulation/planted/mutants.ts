import type { Mutant } from './mutant.ts';
import { clockMutants } from './mutants/clocks.ts';
import { coverMutants } from './mutants/cover.ts';
import { eventsMutants } from './mutants/events.ts';
import { evidenceMutants } from './mutants/evidence.ts';
import { idempotencyMutants } from './mutants/idempotency.ts';
import { moneyMutants } from './mutants/money.ts';
import { notificationMutants } from './mutants/notifications.ts';
import { storageMutants } from './mutants/storage.ts';
import { webhooksMutants } from './mutants/webhooks.ts';

/** Every bug that the simulation has to find, one by one. */
export const mutants: readonly Mutant[] = [
  ...idempotencyMutants,
  ...storageMutants,
  ...eventsMutants,
  ...moneyMutants,
  ...clockMutants,
  ...coverMutants,
  ...evidenceMutants,
  ...notificationMutants,
  ...webhooksMutants,
];
