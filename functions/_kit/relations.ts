import type { BasketEvent } from '../../domain/baskets/events.ts';
import type { NotificationRequested } from '../../domain/notifications/events.ts';
import type { PolicyBound } from '../../domain/policies/events.ts';
import type { RootKind } from './aggregates.ts';
import type { OperationRecord } from './record.ts';

type Told = Pick<OperationRecord, 'events'>;
type Found = { readonly customerId?: string; readonly reference: string };
type Begins = PolicyBound | BasketEvent | NotificationRequested;

const beginnings: ReadonlySet<string> = new Set([
  'policy.bound',
  'basket.bound',
  'basket.opted-out',
  'notification.requested',
]);
const isBeginning = (event: OperationRecord['events'][number]): event is Begins => beginnings.has(event.type);

/** Kinds that are found by whose they are. */
export const relatedKinds = ['policy', 'basket', 'notification'] as const satisfies readonly RootKind[];

/**
 * By what a policy or a basket is found besides its id, from its first record: its customer, and the partner's own
 * number, which is not unique; a notification's is its policy. A checkout where nothing was bound has no customer.
 * Undefined for every other record.
 */
export const relationsOf = ({ events }: Told): Found | undefined => {
  const first = events.find(isBeginning);
  if (first === undefined) return undefined;
  if (first.type === 'notification.requested')
    return { customerId: first.data.customerId, reference: first.data.policyId };
  const { reference, ...told } = first.type === 'policy.bound' ? first.data.terms : first.data;
  return { reference, ...('customerId' in told && { customerId: told.customerId }) };
};
