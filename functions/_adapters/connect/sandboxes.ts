import type { Sandboxes } from '../../_kit/services.ts';

/** In the cloud a payment provider of its own serves sandboxes too: the platform plays none. */
export const connect = (): Sandboxes => ({ webhookSecret: async () => undefined });
