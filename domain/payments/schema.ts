import * as z from 'zod';
import { CurrencyCode, type Fact, Instant, idOf } from '../shared/schema.ts';

export const UnmatchedId = idOf('unm', 'The unmatched money.');

export const UnmatchedReason = z
  .enum(['wrong-amount', 'wrong-currency', 'unknown-reference', 'policy-not-there-yet', 'already-paid'])
  .meta({ description: 'Why the money could not be booked.' });

/** Money that arrived and could not be booked where it said. */
export const UnmatchedMoney = z
  .strictObject({
    unmatchedId: UnmatchedId,
    status: z.enum(['open', 'applied']).meta({ description: '`applied` once a policy took it.' }),
    paymentId: z.string().meta({ description: "The provider's id of the payment.", example: 'pi_3QK2v9L0aZ' }),
    amount: z.int().meta({ description: 'Minor units.', example: 432 }),
    currency: CurrencyCode,
    reason: UnmatchedReason,
    offerId: z.string().optional().meta({ description: 'The offer that the payment named.' }),
    policyId: z
      .string()
      .optional()
      .meta({ description: 'The policy that the payment was meant for, or that took it.' }),
    receivedAt: Instant,
  })
  .meta({ id: 'UnmatchedMoney', description: 'Money that arrived and could not be booked where it said.' });
export type UnmatchedMoney = Fact<z.infer<typeof UnmatchedMoney>>;
