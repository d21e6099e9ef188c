import { type CloudEvent, cloudEventsOf } from '../../functions/_kit/cloud-event.ts';
import { hashOf, type OperationRecord } from '../../functions/_kit/record.ts';
import { type WakeUpType, wakeUpEvent } from '../../functions/_kit/wake-up.ts';
import { recordItem } from '../../functions/_storage/codec.ts';
import type { FunctionGroup, QueueGroup } from '../../infra/groups.ts';

/** What a function that answers no request is told first, and the right answer to that. */
export type Told = { readonly event: object; readonly answer?: unknown };

const done = { batchItemFailures: [] };
/** The one message is to come again. */
const again = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };

/** Money that fits no policy: whoever hears of it raises an alert, once. */
const unmatched = ({ id, recordedAt }: OperationRecord) => ({
  ...{ unmatchedId: `unm_${id.slice(4)}`, paymentId: 'pi_1', amount: 432, currency: 'CNY' },
  ...{ reason: 'wrong-amount', receivedAt: recordedAt },
});

/** An event of the given type, told of a record: its own, what is due, stray money, or one about what is not there. */
const eventOf = (record: OperationRecord, type: string): CloudEvent => {
  const { tenant, id, recordedAt: time, requestId } = record;
  const [first] = cloudEventsOf(record);
  const own = cloudEventsOf(record).find((one) => one.type === type);
  if (first === undefined) throw new Error('A record is an event itself.');
  if (own !== undefined) return own;
  const kind = (['policy', 'delivery'] as const).find((one) => type === (`wake-up.${one}` satisfies WakeUpType));
  if (kind !== undefined) return wakeUpEvent({ tenant, kind, id, at: time }, { time, requestId });
  const data = type === 'unmatched.received' ? unmatched(record) : { policyId: id, claimId: `clm_${id.slice(4)}m001` };
  return { ...first, type, data };
};

const queued = (record: OperationRecord, { name, entries }: QueueGroup): Told => {
  const types: readonly string[] = entries[0]?.on ?? [];
  const type = types.find((one) => ['operation.recorded', 'policy.bound'].includes(one)) ?? types[0] ?? '';
  const body = JSON.stringify({ detail: eventOf(record, type) });
  // The claim that it is told of is not there: a message may be ahead of what it tells of.
  return { event: { Records: [{ messageId: 'message-1', body }] }, answer: name === 'adjudicate-claim' ? again : done };
};

const base64 = (bytes: unknown) => ({ B: Buffer.from(bytes as Uint8Array).toString('base64') });

const image = (record: OperationRecord): object => {
  const { h, z } = recordItem(record, hashOf(record));
  const [pk, sk] = [{ S: `T#${record.tenant}#POL#${record.id}` }, { S: 'OP#0000000001' }];
  return { dynamodb: { NewImage: { pk, sk, h: base64(h), z: base64(z) } } };
};

/** Asked to finish what is finished: Secrets Manager repeats itself. */
const turned: Told = { event: { Step: 'finishSecret', SecretId: 'arn:turned', ClientRequestToken: 'version-1' } };

/** By the names of functions: what each is told of the policy that was sold, by its queue, timer or the platform. */
export const told = (record: OperationRecord, groups: readonly FunctionGroup[]): Readonly<Record<string, Told>> => ({
  ...Object.fromEntries(
    groups.flatMap((group) => {
      if (group.kind === 'http') return [];
      return [[group.name, group.kind === 'queue' ? queued(record, group) : { event: {} }]];
    }),
  ),
  'split-records': { event: [image(record)], answer: cloudEventsOf(record) },
  'check-origin': { event: { identitySource: ['a guess'] }, answer: { isAuthorized: false } },
  'rotate-offer-keys': turned,
  'rotate-origin-secret': turned,
});
