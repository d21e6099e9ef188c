import * as z from 'zod';
import { CurrencyCode, Reference } from '../../shared/schema.ts';
import { Statement } from '../schema.ts';

export const SettleStatement = z
  .strictObject({
    amount: z
      .int()
      .min(-Number.MAX_SAFE_INTEGER)
      .max(Number.MAX_SAFE_INTEGER)
      .meta({ description: 'Minor units; the total of the statement.', example: 43200 }),
    currency: CurrencyCode,
    reference: Reference.meta({
      description: 'The bank’s or the partner’s reference of the payment.',
      example: 'BANK-20261201-17',
    }),
  })
  .meta({ id: 'SettleStatement', description: 'The partner’s payment of a statement.' });

export const StatementPage = z
  .strictObject({
    items: z.array(Statement),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
  })
  .meta({ id: 'StatementPage', description: 'A page of statements, newest first.' });
