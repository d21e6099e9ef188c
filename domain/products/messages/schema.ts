import * as z from 'zod';
import { Templates } from '../../notifications/templates/schema.ts';
import { ProductId } from '../code/schema.ts';

/** When customers are reminded of what is to come; a product without one does not remind of it. */
export const Reminders = z
  .strictObject({
    premium: z
      .strictObject({ minutesBefore: z.int().positive().describe('Before the premium runs out of time.') })
      .optional(),
    renewal: z
      .strictObject({ daysBefore: z.int().positive().describe('Local days before the end of the term.') })
      .optional(),
  })
  .meta({ id: 'Reminders', description: 'When customers are reminded of their premium, and of the end of cover.' });
export type Reminders = z.infer<typeof Reminders>;

/** The part of a product document that is about writing to customers. It stands apart, so that no quote loads it. */
export const ProductMessages = z
  .strictObject({
    productId: ProductId,
    version: z.int().positive().describe('The product version that they belong to.'),
    reminders: Reminders,
    templates: Templates.partial().optional().describe('Instead of the platform’s own, message by message.'),
  })
  .meta({ id: 'ProductMessages', description: 'What customers of a product are written, and when.' });
export type ProductMessages = z.infer<typeof ProductMessages>;
