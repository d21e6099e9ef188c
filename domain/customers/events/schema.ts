import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { CustomerId } from '../schema.ts';

/** The data of every event of a customer. */
export const customerEvents = {
  'customer.registered': z
    .strictObject({
      customerId: CustomerId,
      locale: z.enum(['en', 'zh-CN']),
      registeredAt: Instant,
      personal: z
        .string()
        .meta({ description: 'JWE under the person’s own key; unreadable once that key is destroyed.' }),
    })
    .meta({
      description: 'A person was registered as a customer; the personal data is encrypted under a key of their own.',
    }),
};
