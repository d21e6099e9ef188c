import * as z from 'zod';

/** How every list is asked for its pages. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(512).optional().meta({ description: 'The `next` of the page before.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(20)
    .meta({ description: 'How many items, 1 to 50.', example: 20 }),
});
