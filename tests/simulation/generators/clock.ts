import type { clock } from '../../../functions/clock/contract.ts';
import type { Generator } from './generator.ts';

const hourMs = 3_600_000;
const spans = ['PT40S', 'PT1H', 'PT26H', 'P3D', 'P16D'];

/** How a sandbox's time is looked at and moved; a live tenant is refused both. */
export const clockGenerators: Readonly<Record<keyof typeof clock.endpoints, Generator>> = {
  getClock: { weight: 0.3, draw: () => ({}) },
  getSandboxTime: {
    weight: 0.1,
    draw: ({ known, others, chance }) => ({ params: { tenantId: chance.pick([known, others]).tenant } }),
  },
  advanceClock: {
    weight: 0.8,
    draw: ({ chance, now, smooth }) => {
      // One in ten names a time that is past, which must be refused.
      const hours = !smooth && chance.happens(0.1) ? -1 : 1 + chance.below(72);
      const to = new Date(Date.parse(now) + hours * hourMs).toISOString();
      return { body: chance.happens(0.3) ? { to } : { by: chance.pick(spans) } };
    },
  },
};
