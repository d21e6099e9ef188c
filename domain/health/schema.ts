import * as z from 'zod';
import { Instant } from '../shared/schema.ts';

export const Health = z
  .strictObject({
    status: z.literal('ok').meta({ description: 'The platform takes requests.' }),
    at: Instant.meta({ description: 'When it said so.' }),
  })
  .meta({ id: 'Health', description: 'That the platform takes requests.' });
