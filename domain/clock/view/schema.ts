import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { ClockState, ClockStatus } from '../schema.ts';

const { clockId, from, to, woken, heldUp } = ClockState.shape;

export const ClockView = z
  .strictObject({
    clockId,
    now: Instant.meta({ description: 'The sandbox’s business time. It runs on, but while it is advanced.' }),
    status: ClockStatus,
    lastAdvance: z
      .strictObject({ from, to, woken, heldUp })
      .optional()
      .meta({ description: 'The advance under way, or the last one; absent where the clock was never moved.' }),
  })
  .meta({ id: 'Clock', description: 'A sandbox’s clock: what time it is, and how far an advance has come.' });

export const SandboxTime = z
  .strictObject({ now: Instant.meta({ description: 'The sandbox’s business time.' }) })
  .meta({ id: 'SandboxTime', description: 'What time it is in a sandbox.' });
