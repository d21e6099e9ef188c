import * as z from 'zod';
import { idempotencyKeyForm } from '../contract.ts';
import { batchItemsMax } from './limits.ts';
import { toldApart } from './told-apart.ts';

const idempotencyKey = z
  .string()
  .regex(idempotencyKeyForm)
  .meta({ description: 'The item’s own key, as it would stand in its header.', example: 'order-0042-shipped' });

/** A batch of some operations of one capability; each item is a request of its own, under its own key. */
export const batchOf = <const O extends readonly [string, ...string[]]>(name: string, operations: O) =>
  z
    .strictObject({
      items: z
        .array(
          z.strictObject({
            operation: z.enum(operations).meta({ description: 'What is asked; its reference says what it takes.' }),
            idempotencyKey,
            params: z
              .record(z.string().max(64), z.string().min(1).max(128))
              .optional()
              .meta({ description: 'What stands in the path of the operation.' }),
            ifMatch: z
              .string()
              .max(200)
              .optional()
              .meta({ description: 'The `ETag` of the version that the item is meant for.', example: '"7"' }),
            body: z.record(z.string(), z.unknown()).meta({ description: 'The body of the operation.' }),
          }),
        )
        .min(1)
        .max(batchItemsMax)
        .refine(toldApart, 'Two items of one operation have the same key.')
        .meta({ description: '1 to 100 items, each on its own.' }),
    })
    .meta({ id: name, description: 'Independent requests in one call; send it again to go on where it stopped.' });

export type BatchOf<O extends readonly [string, ...string[]]> = ReturnType<typeof batchOf<O>>;

const count = (what: string) => z.int().min(0).meta({ description: what });

/** What became of each item, in the order in which they were asked. */
export const BatchResult = z
  .strictObject({
    done: count('Items that have their effect.'),
    refused: count('Items that were refused; each says whether, and how, it can be mended.'),
    open: count('Items that nobody can say of yet, or that were not begun: send the same batch again.'),
    results: z.array(
      z.strictObject({
        operation: z.string(),
        idempotencyKey: z.string(),
        outcome: z.enum(['done', 'refused', 'open']).meta({ description: 'How the item stands.' }),
        status: z
          .int()
          .optional()
          .meta({ description: 'The status that it would have alone; absent for one that was not begun.' }),
        retryAfterSeconds: z
          .int()
          .optional()
          .meta({ description: 'How long to wait before an open item is sent again; the longest is the header.' }),
        body: z
          .record(z.string(), z.unknown())
          .optional()
          .meta({ description: 'The answer that it would have alone: its object, or a problem.' }),
      }),
    ),
  })
  .meta({ id: 'BatchResult', description: 'A result per item. The batch itself succeeds whatever its items do.' });
