import type { PolicyBound } from '../../domain/policies/events.ts';
import type { OperationRecord } from './record.ts';

type Told = Pick<OperationRecord, 'events'>;
const isBound = (event: OperationRecord['events'][number]): event is PolicyBound => event.type === 'policy.bound';

/**
 * By what a policy is found besides its id, from the record of its conclusion: its customer, and the partner's own
 * number, which is not unique. Undefined for every other record.
 */
export const relationsOf = ({ events }: Told) => {
  const terms = events.find(isBound)?.data.terms;
  return terms === undefined ? undefined : { customerId: terms.customerId, reference: terms.reference };
};
