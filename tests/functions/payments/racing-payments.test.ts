import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import type { Item } from '../../../functions/_storage/codec.ts';
import { BatchGetCommand, TransactWriteCommand } from '../../../functions/_storage/commands.ts';
import { endpoint } from '../../../functions/payments/receive-payment-webhook.ts';
import { failing } from '../../contracts/faults.ts';
import { aCancellation, cancellingEndpoints } from '../../support/cancellation.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

type Read = { readonly Responses: { readonly bindery: readonly Item[] } };
const isMoney = ({ pk }: Item): boolean => String(pk).includes('#UNM#');

/** A table in whose writes, or in the middle of whose reads, somebody else may do something once. */
const aBusyTable = () => {
  const meanwhile: { write?: () => Promise<unknown>; read?: () => Promise<unknown> } = {};
  const once = async (kind: keyof typeof meanwhile): Promise<boolean> => {
    const work = meanwhile[kind];
    delete meanwhile[kind];
    await work?.();
    return work !== undefined;
  };
  const through = (client: TableClient): TableClient => ({
    send: async (command) => {
      if (command instanceof TransactWriteCommand) await once('write');
      const early = await client.send(command);
      if (!(command instanceof BatchGetCommand) || !(await once('read'))) return early;
      // Unmatched money was read early and everything else late, as may be in one request for several items.
      const late = (await client.send(command)) as Read;
      const items = [
        ...(early as Read).Responses.bindery.filter(isMoney),
        ...late.Responses.bindery.filter((item) => !isMoney(item)),
      ];
      return { ...late, Responses: { bindery: items } };
    },
  });
  return { meanwhile, through };
};

/** An unpaid policy, and a payment of a fen too much that two events tell of. */
const aRace = async () => {
  const { meanwhile, through } = aBusyTable();
  const services = { offerKeys: someOfferKeys(), providerWebhooks: trustingWebhooks };
  const world = await aWorld([...sellingEndpoints, ...cancellingEndpoints, endpoint], { services, through });
  const { offerId, policyId } = await aPolicy(world, 'device-protection', { collection: 'provider' });
  const agreed = await aCancellation(world, policyId);
  return {
    ...{ world, meanwhile },
    tell: async (eventId: string) =>
      (await deliverWebhook(world, paymentEvent({ eventId, amount: 13_963, offerId }))).body,
    cancel: () => world.call('cancelPolicy', { params: { policyId }, body: agreed }),
    kept: () => world.engine.items().filter((item) => isMoney(item) && item['sk'] === 'STATE'),
  };
};

describe('a payment that two events tell of while its policy is cancelled', () => {
  it('is not kept when it has been given back since its policy was read', async () => {
    const { meanwhile, tell, cancel, kept } = await aRace();
    let other: unknown;
    meanwhile.write = async () => {
      await cancel();
      other = await tell('evt_0002');
    };
    expect(await tell('evt_0001')).toEqual({ received: true, outcome: 'known' });
    expect(other).toEqual({ received: true, outcome: 'unapplied' });
    expect(kept()).toEqual([]);
  });

  it('is not given back when it has been kept before its policy was read', async () => {
    const { meanwhile, tell, cancel, kept } = await aRace();
    let other: unknown;
    // The first read is of the money that waits for a bind; the second is of money under this payment's own id.
    meanwhile.read = async () => {
      meanwhile.read = async () => {
        other = await tell('evt_0002');
        await cancel();
      };
    };
    expect(await tell('evt_0001')).toEqual({ received: true, outcome: 'known' });
    expect(other).toEqual({ received: true, outcome: 'unmatched' });
    expect(kept()).toHaveLength(1);
  });
});

describe('a payment against which other commands keep winning', () => {
  it('is refused with nothing kept, and booked when the provider tells of it again', async () => {
    const faults = failing('a conflict', 'before', 5);
    const services = { offerKeys: someOfferKeys(), providerWebhooks: trustingWebhooks };
    const world = await aWorld([...sellingEndpoints, endpoint], { services, through: faults.through });
    const { offerId } = await aPolicy(world, 'device-protection', { collection: 'provider' });
    const before = world.engine.items();
    const paid = paymentEvent({ amount: 13_962, offerId });
    faults.arm();
    const refused = await deliverWebhook(world, paid);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'changed-meanwhile', retryable: true }]);
    expect(world.engine.items()).toEqual(before);
    expect((await deliverWebhook(world, paid)).body).toEqual({ received: true, outcome: 'applied' });
  });
});
