import type { Reactions } from '../_kit/services.ts';
import type { AuditStore } from '../_kit/store.ts';

/** How long nothing new may come into a feed for its tenant to be at rest: queues and streams take a second or two. */
const quietMs = 2_000;
/** A tenant that is never at rest is waited for so often and no longer. */
const looksMax = 30;

type Wait = (ms: number) => Promise<void>;

/**
 * Knows by a tenant's feed whether something still happens there: every change comes into it, whoever made it. A queue
 * could not say, for it does not know whose messages it holds.
 */
export const quietFeed = ({ feedEnd }: Pick<AuditStore, 'feedEnd'>, wait: Wait): Reactions => ({
  settled: async (tenant) => {
    let { position: before } = await feedEnd(tenant);
    for (let look = 0; look < looksMax; look += 1) {
      await wait(quietMs);
      const { position: after } = await feedEnd(tenant);
      if (after === before) return;
      before = after;
    }
  },
});
