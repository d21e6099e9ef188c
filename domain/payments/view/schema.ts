import * as z from 'zod';
import { UnmatchedMoney } from '../schema.ts';

export const UnmatchedPage = z
  .strictObject({
    items: z.array(UnmatchedMoney),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
  })
  .meta({ id: 'UnmatchedPage', description: 'Unmatched money that is still open, oldest first.' });
