import * as z from 'zod';
import { UnmatchedId, UnmatchedMoney } from '../../domain/payments/schema.ts';
import { InboxEntryId } from '../_kit/inbound/schema.ts';
import { listQuery } from '../_kit/queries/schema.ts';

export const WebhookPath = z.strictObject({
  tenantId: z.string().meta({ description: 'Whose endpoint it is.', example: 'sandbox-shop' }),
});
export const InboxEntryPath = z.strictObject({ entryId: InboxEntryId });
export const UnmatchedPath = z.strictObject({ unmatchedId: UnmatchedId });
export const UnmatchedQuery = listQuery(UnmatchedMoney.shape.status);

/** What a payout needs of the form of a claim; the rest of it is the product's. */
export const FormWithPayee = z.object({ payee: z.string() });
