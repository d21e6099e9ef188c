import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Endpoint } from '../../functions/_kit/implement.ts';
import { eventsOfItem } from '../../functions/_storage/enrichment.ts';
import { subscriber } from '../../functions/audit/append-records.ts';
import { endpoint as closeStatement } from '../../functions/billing/close-statement.ts';
import { endpoint as listStatements } from '../../functions/billing/list-statements.ts';
import { endpoint as settleStatement } from '../../functions/billing/settle-statement.ts';
import { memoryArchive } from './audited.ts';
import { cancellingEndpoints } from './cancellation.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from './sale.ts';
import { aWorld } from './world.ts';

export const finance = { kind: 'person', id: 'fin-1', roles: ['finance'] } as const;

/** A shop that collects premium at checkout, with the feed from which its statements are made. */
export const aShopOnCredit = async (more: readonly Endpoint[] = []) => {
  const reads = { feed: 0 };
  const world = await aWorld(
    [...sellingEndpoints, ...cancellingEndpoints, closeStatement, settleStatement, listStatements, ...more],
    {
      services: { offerKeys: someOfferKeys(), archive: memoryArchive().archive },
      around: (platform) => ({
        ...platform,
        audit: (meter) => {
          const audit = platform.audit(meter);
          const feed: typeof audit.feed = (...asked) => {
            reads.feed += 1;
            return audit.feed(...asked);
          };
          return { ...audit, feed };
        },
      }),
    },
  );
  const waiting: CloudEvent[] = [];
  world.engine.onCommit((changes) => {
    const events = changes.flatMap(({ after }) => (after === undefined ? [] : eventsOfItem(after)));
    waiting.push(...events.filter(({ type }) => type === 'operation.recorded'));
  });
  return {
    ...world,
    /** How often calls have read a page of the feed. */
    reads,
    sell: async (orderNumber: string) => (await aPolicy(world, 'return-freight', { risk: { orderNumber } })).policyId,
    /** Lets the feed catch up with what was committed. */
    catchUp: async () => void (await subscriber.reactToBatch?.(waiting.splice(0), world.platform)),
    close: (key?: string) => world.call('closeStatement', { as: finance, ...(key !== undefined && { key }) }),
  };
};
