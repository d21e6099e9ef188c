import { readRecord } from '../../functions/_storage/codec.ts';
import { isRecordKey, type Key } from '../../functions/_storage/keys.ts';
import { aStage, type Stage } from '../../tests/contracts/examples/stage.ts';
import { aCancellation } from '../../tests/support/cancellation.ts';
import { aCustomer, aPolicy } from '../../tests/support/sale.ts';
import type { Chain } from './clone.ts';

/** The chain of one aggregate, as the stage's table holds it. */
const chainOf = ({ engine }: Stage, id: string): Chain =>
  engine
    .items()
    .filter((item) => isRecordKey(item as unknown as Key) && String(item['pk']).endsWith(`#${id}`))
    .map((item) => readRecord(item))
    .toSorted((a, b) => a.record.seq - b.record.seq);

/** What happens in a book, once each, by the platform's own entries: the rest of a grown book are copies of these. */
export const templates = async () => {
  const stage = await aStage();
  const customerId = await aCustomer(stage, { phone: '+8613700137000', identity: undefined });
  const sold = await stage.sell('return-freight');
  const cancelled = await stage.sell('return-freight');
  await stage.did('cancelPolicy', { params: { policyId: cancelled }, body: await aCancellation(stage, cancelled) });
  const risk = stage.identityOf('device-protection');
  const { policyId: pending } = await aPolicy(stage, 'device-protection', { collection: 'provider', risk });
  const claimId = await stage.aClaim();
  return {
    now: stage.time.now,
    customer: chainOf(stage, customerId),
    notification: chainOf(stage, stage.ids.notificationId),
    sold: chainOf(stage, sold),
    cancelled: chainOf(stage, cancelled),
    pending: chainOf(stage, pending),
    claimed: chainOf(stage, `pol_${claimId.slice(4, 30)}`),
  };
};
export type Templates = Awaited<ReturnType<typeof templates>>;
