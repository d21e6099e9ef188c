import * as z from 'zod';
import { CurrencyCode, type Fact, Instant, idOf } from '../shared/schema.ts';

export const StatementId = idOf('stm', 'The statement.');

/** What a partner owes for premium that it collected, over a closed window of the feed. */
export const Statement = z
  .strictObject({
    statementId: StatementId,
    status: z.enum(['closed', 'settled']).meta({ description: '`closed`: owed; `settled`: paid.' }),
    after: z.int().meta({ description: 'Feed position before the first line.' }),
    until: z.int().meta({ description: 'Feed position of the last line.' }),
    lines: z.int().meta({ description: 'How many records moved the debt.' }),
    total: z.int().meta({ description: 'What is owed, in minor units; cancellations are negative lines.' }),
    currency: CurrencyCode,
    closedAt: Instant,
    settlement: z
      .strictObject({ amount: z.int(), reference: z.string(), settledAt: Instant })
      .optional()
      .meta({ description: 'The payment that settled it.' }),
  })
  .meta({ id: 'Statement', description: 'What a partner owes for premium that it collected.' });
export type Statement = Fact<z.infer<typeof Statement>>;
