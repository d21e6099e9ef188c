import { systemClock } from '../_kit/clock.ts';
import { guardedServices, outside } from '../_kit/outside.ts';
import type { Platform } from '../_kit/platform.ts';
import { isSandbox } from '../_kit/sandbox.ts';
import type { Services } from '../_kit/services.ts';
import { cloudBase } from './cloud-base.ts';
import { setting } from './environment.ts';
import { sandboxTime } from './sandbox-time.ts';

const out = (): never => {
  throw new Error('This function touches no table: its contracts read and write nothing.');
};

/**
 * The platform of functions that read and write nothing. It bundles no SDK, so that a price is there in milliseconds.
 */
export const cloudPlatform = (services: Partial<Services>): Platform => ({
  ...cloudBase(),
  clock: {
    ...systemClock,
    business: (tenant, meter) =>
      isSandbox(tenant) ? outside(() => sandboxTime(setting('issuer'))(tenant)) : systemClock.business(tenant, meter),
  },
  ports: ({ platform }) => ({
    random: platform.random,
    rememberRefusal: out,
    etag: () => undefined,
    ...guardedServices(platform.services),
  }),
  store: out,
  audit: out,
  due: out,
  clocks: out,
  deliveries: out,
  tenants: { derivation: out, newSecret: out },
  sealer: { newKey: out, seal: out, open: out },
  services: services as Services,
});
