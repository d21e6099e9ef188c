import * as z from 'zod';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { StatementId } from '../schema.ts';

/** The data of every event of a statement. */
export const statementEvents = {
  'statement.closed': z
    .strictObject({
      statementId: StatementId,
      after: z.int(),
      until: z.int().meta({ description: 'The window is the feed positions `(after, until]`.' }),
      lines: z.int(),
      total: z.int().meta({ description: 'Minor units; cancellations are negative lines.' }),
      currency: CurrencyCode,
      closedAt: Instant,
    })
    .meta({ description: 'A partner’s statement took in all premium and cancellations up to a position of its feed.' }),
  'statement.settled': z
    .strictObject({
      statementId: StatementId,
      amount: z.int(),
      currency: CurrencyCode,
      reference: z.string(),
      settledAt: Instant,
    })
    .meta({ description: 'The partner has paid, or was paid, the statement’s total.' }),
};
