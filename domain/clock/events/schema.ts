import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { ClockState } from '../schema.ts';

const { clockId, from, to, woken, heldUp } = ClockState.shape;
const done = { clockId, woken, heldUp };

/** The data of every event of a sandbox's clock. */
export const clockEvents = {
  'clock.advance-requested': z
    .strictObject({ clockId, from, to })
    .meta({ description: 'A sandbox’s time was asked to go on.' }),
  'clock.advance-continued': z
    .strictObject({ ...done, at: Instant })
    .meta({ description: 'A long advance has come this far and goes on.' }),
  'clock.advanced': z
    .strictObject({ ...done, at: Instant })
    .meta({ description: 'Everything due on the way has been done; the sandbox’s time runs on from here.' }),
};
