import { now } from './given.ts';
import { filedByProvince } from './products.ts';
import { type Drawn, devices, faultyBaskets } from './requests.ts';

/** Requests at the instant of every quote, with devices of the wide tariff. */
export const from = (seed: number): Drawn => ({ seed, nowMs: Date.parse(now), device: filedByProvince });

/** Whose speed is told: everybody is asked the same ones in the same order, and each is another. */
export const offered = devices(256, from(1));
export const refused = faultyBaskets(256, from(1));
export const risks = devices(1_024, from(1));
