import { customerRefusals } from '../../domain/customers/refusals.ts';
import { policyRefusals } from '../../domain/policies/refusals.ts';
import { offerRefusals } from '../../domain/quoting/refusals.ts';
import { pick } from '../../domain/shared/refusal.ts';

/** What stands in the way of a contract, alone or in a basket. */
export const bindRefusals = {
  ...pick(
    offerRefusals,
    'quote-tampered',
    'quote-expired',
    'quote-mismatch',
    'product-not-active',
    'no-longer-eligible',
    'price-changed',
  ),
  ...pick(policyRefusals, 'quote-already-bound', 'object-already-insured', 'disclosures-not-acknowledged'),
  ...pick(customerRefusals, 'customer-not-found'),
};
