import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidenceIn } from '../../../../local/dead-letters/cloud/evidence.ts';
import { plainly } from '../../../../local/dead-letters/cloud/plainly.ts';
import { queuesOf } from '../../../../local/dead-letters/cloud/queues.ts';
import { sqsLetters } from '../../../../local/dead-letters/cloud/sqs-letters.ts';
import { anEvent } from '../fixture.ts';
import { aCloud, bucket, type Cloud, identity } from './stand-in.ts';

const dead = 'bindery-prod-adjudicate-claim-dead';
const work = 'bindery-prod-adjudicate-claim';
const redrive = JSON.stringify({ deadLetterTargetArn: 'arn:aws:sqs:::dead', maxReceiveCount: 8 });
const sentAt = String(Date.parse('2026-11-23T08:00:00.000Z'));
const byRedrive = { SentTimestamp: sentAt, DeadLetterQueueSourceArn: 'arn:aws:sqs:::work' };

let cloud: Cloud;
beforeEach(async () => {
  cloud = await aCloud();
  for (const name of [dead, 'bindery-prod-drain-due-dead', 'bindery-prod-outbox-dead', 'bindery-prod-other-dead'])
    cloud.sqs.addQueue(name);
  cloud.sqs.addQueue(work, redrive);
});
afterEach(() => cloud.close());

const kinds = { 'adjudicate-claim': 'subscriber', 'drain-due': 'schedule', outbox: 'outbox' } as const;
const ids: Readonly<Record<string, string>> = { 'adjudicate-claim': 'adjudicateClaim', 'drain-due': 'drainDue' };

const lettersOf = (who = identity) => {
  const at = {
    endpoint: cloud.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  };
  const letters = sqsLetters({
    stage: 'prod',
    queues: queuesOf(new SQSClient(at)),
    evidence: evidenceIn(new S3Client({ ...at, forcePathStyle: true }), bucket),
    ownerOf: (name) => ({
      name,
      kind: Object.entries(kinds).find(([one]) => one === name)?.[1] ?? 'other',
      subscriber: ids[name] ?? name,
    }),
    who: async () => who,
    now: () => '2026-11-23T09:00:00.000Z',
  });
  return plainly(letters, 'prod');
};

const busEvent = (id: string): string =>
  JSON.stringify({ version: '0', id: 'b7c4', 'detail-type': 'Bindery event', source: 'bindery', detail: anEvent(id) });
const aLetter = (id = 'clm_1.1.1'): string => {
  const message = cloud.sqs.put(dead, { body: busEvent(id), attributes: byRedrive });
  return `adjudicate-claim.${message}`;
};
const evidenceAt = (id: string) => JSON.parse(cloud.objects.get(`ops/dead-letters/${id}.json`) ?? 'null');

describe('the dead letters of a stage', () => {
  it('are listed from every queue that holds some, oldest first, and can still be read by others', async () => {
    const id = aLetter();
    const run = cloud.sqs.put('bindery-prod-drain-due-dead', {
      body: JSON.stringify({
        requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
        responsePayload: { errorType: 'Error', errorMessage: 'no table' },
      }),
      attributes: { SentTimestamp: String(Number(sentAt) - 1) },
    });
    const letters = lettersOf();
    const found = {
      ...{ id, queue: dead, kind: 'subscriber', subscriber: 'adjudicateClaim', attempts: 8 },
      ...{ at: '2026-11-23T08:00:00.000Z', event: anEvent('clm_1.1.1') },
    };
    const [first, second, ...more] = await letters.list();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ...{ id: `drain-due.${run}`, kind: 'schedule', subscriber: 'drainDue', attempts: 1 },
      reason: 'RetriesExhausted: Error: no table',
    });
    expect(second).toEqual(found);
    expect(await letters.read(id)).toEqual(found);
    expect(await letters.counts()).toEqual([
      { queue: dead, count: 1 },
      { queue: 'bindery-prod-drain-due-dead', count: 1 },
    ]);
    expect(cloud.sqs.hiddenIn(dead)).toBe(0);
  });

  it('are listed all, and found, where a queue holds more than SQS hands over at once', async () => {
    const all = Array.from({ length: 23 }, (_, at) => aLetter(`clm_${at}.1.1`));
    const letters = lettersOf();
    expect((await letters.list()).map(({ id }) => id).toSorted()).toEqual(all.toSorted());
    expect(await letters.replay(all[22] ?? '', '')).toMatchObject({ status: 'replayed' });
    expect(cloud.sqs.bodiesIn(dead)).toHaveLength(22);
    expect(cloud.sqs.hiddenIn(dead)).toBe(0);
  });

  it('are counted though somebody else holds them, and shown again once he lets go', async () => {
    const id = aLetter();
    cloud.sqs.answer('ReceiveMessage', { QueueUrl: dead, VisibilityTimeout: 60 } as never);
    const letters = lettersOf();
    expect(await letters.list()).toEqual([]);
    expect(await letters.counts()).toEqual([{ queue: dead, count: 1 }]);
    expect(await letters.replay(id, '')).toEqual({ status: 'not-found' });
    cloud.sqs.clock.aheadMs = 60_001;
    expect(await letters.list()).toMatchObject([{ id }]);
  });

  it('are replayed to the queue of their subscriber as they were, after it is written down by whom', async () => {
    const id = aLetter();
    const settled = { id, how: 'replayed', who: identity, when: '2026-11-23T09:00:00.000Z' };
    expect(await lettersOf().replay(id, 'somebody')).toMatchObject({ status: 'replayed', settled });
    expect(cloud.sqs.bodiesIn(work)).toEqual([busEvent('clm_1.1.1')]);
    expect(cloud.sqs.bodiesIn(dead)).toEqual([]);
    expect(evidenceAt(id)).toMatchObject({ ...settled, letter: { event: anEvent('clm_1.1.1') } });
    const order = cloud.actions.filter((one) => /PUT|SendMessage|DeleteMessage/.test(one));
    expect(order).toEqual(['s3:PUT', 'sqs:SendMessage', 'sqs:DeleteMessage']);
  });

  it('are replayed once: asked again, it says by whom and when', async () => {
    const id = aLetter();
    const letters = lettersOf();
    await letters.replay(id, '');
    expect(await lettersOf('arn:lee').replay(id, '')).toMatchObject({
      status: 'already-settled',
      settled: { how: 'replayed', who: identity },
    });
    expect(await letters.read(id)).toBeUndefined();
    expect(cloud.sqs.bodiesIn(work)).toHaveLength(1);
  });

  it('are dropped with a reason of ten characters, and not of nine', async () => {
    const id = aLetter();
    const letters = lettersOf();
    const short = await letters.drop(id, { by: '', reason: 'test data' });
    expect(short).toEqual({ status: 'reason-too-short', shortest: 10 });
    expect(cloud.actions).toEqual([]);
    expect(await letters.drop(id, { by: '', reason: 'test data.' })).toMatchObject({ status: 'dropped' });
    expect(cloud.sqs.bodiesIn(dead)).toEqual([]);
    expect(cloud.sqs.bodiesIn(work)).toEqual([]);
    expect(evidenceAt(id)).toMatchObject({ how: 'dropped', who: identity, why: 'test data.' });
    expect(await letters.settled()).toMatchObject([{ id, how: 'dropped' }]);
  });

  it.each([
    ['sqs:SendMessage', 1],
    ['sqs:DeleteMessage', 2],
  ])('lose nothing when %s fails: the same once more goes on from what is written', async (action, sent) => {
    const id = aLetter();
    cloud.refuse(action, 'com.amazonaws.sqs#RequestThrottled');
    await expect(lettersOf().replay(id, '')).rejects.toThrow('do the same once more');
    expect(cloud.sqs.bodiesIn(dead)).toHaveLength(1);
    const first = evidenceAt(id);
    // Somebody else may finish it; what stands is who decided first.
    expect(await lettersOf('arn:lee').replay(id, '')).toMatchObject({ status: 'replayed', settled: { who: identity } });
    expect(evidenceAt(id)).toEqual(first);
    expect(cloud.sqs.bodiesIn(dead)).toEqual([]);
    // Sent twice where the letter stayed behind: subscribers tell repetitions by the id of the event.
    expect(cloud.sqs.bodiesIn(work)).toHaveLength(sent);
  });

  it('stay where they are when nothing can be written down', async () => {
    const id = aLetter();
    cloud.refuse('s3:PUT', 'AccessDenied', 1, 403);
    await expect(lettersOf().drop(id, { by: '', reason: 'test data.' })).rejects.toThrow(
      'it needs the policy bindery-prod-operator',
    );
    expect(cloud.sqs.bodiesIn(dead)).toHaveLength(1);
    expect(cloud.sqs.hiddenIn(dead)).toBe(0);
  });

  it('stay decided as they were: who would replay what is being dropped is told of it', async () => {
    const id = aLetter();
    cloud.refuse('sqs:DeleteMessage', 'com.amazonaws.sqs#RequestThrottled');
    await expect(lettersOf().drop(id, { by: '', reason: 'test data.' })).rejects.toThrow('do the same once more');
    expect(await lettersOf('arn:lee').replay(id, '')).toMatchObject({
      status: 'already-settled',
      settled: { how: 'dropped', who: identity, why: 'test data.' },
    });
    expect(cloud.sqs.bodiesIn(work)).toEqual([]);
    expect(cloud.sqs.bodiesIn(dead)).toHaveLength(1);
    expect(await lettersOf().drop(id, { by: '', reason: 'another reason' })).toMatchObject({ status: 'dropped' });
    expect(evidenceAt(id)).toMatchObject({ why: 'test data.' });
  });

  it('of a schedule and of the outbox are taken away, for what they asked for happens by itself', async () => {
    const tick = cloud.sqs.put('bindery-prod-drain-due-dead', { body: '{}' });
    const body = JSON.stringify({ context: { condition: 'RetryAttemptsExhausted' }, DDBStreamBatchInfo: {} });
    const records = cloud.sqs.put('bindery-prod-outbox-dead', { body });
    const letters = lettersOf();
    expect(await letters.read(`outbox.${records}`)).toMatchObject({ reason: 'RetryAttemptsExhausted', body });
    expect(await letters.replay(`drain-due.${tick}`, '')).toMatchObject({
      status: 'nothing-to-replay',
      settled: { how: 'dropped', why: 'The next tick of the schedule takes up what this one could not do.' },
    });
    expect(await letters.replay(`outbox.${records}`, '')).toMatchObject({ status: 'nothing-to-replay' });
    expect(cloud.sqs.bodiesIn('bindery-prod-outbox-dead')).toEqual([]);
    expect(evidenceAt(`outbox.${records}`)).toMatchObject({ letter: { body } });
  });

  it('are not replayed where nobody takes them any more, and can be dropped', async () => {
    const id = aLetter();
    const other = `other.${cloud.sqs.put('bindery-prod-other-dead', { body: 'not even JSON' })}`;
    cloud.sqs.removeQueue(work);
    const letters = lettersOf();
    expect(await letters.replay(id, '')).toMatchObject({ status: 'cannot-replay' });
    expect(await letters.replay(other, '')).toMatchObject({ status: 'cannot-replay' });
    expect(cloud.objects.size).toBe(0);
    expect(cloud.sqs.hiddenIn(dead)).toBe(0);
    expect(await letters.read(other)).toMatchObject({ body: 'not even JSON', kind: 'other' });
    expect(await letters.drop(other, { by: '', reason: 'test data.' })).toMatchObject({ status: 'dropped' });
  });

  it.each(['adjudicate-claim.0', 'nothing.0', '../../etc.passwd', 'adjudicate-claim', ''])(
    'are not found by the id "%s"',
    async (id) => {
      aLetter();
      const letters = lettersOf();
      expect(await letters.read(id)).toBeUndefined();
      expect(await letters.replay(id, '')).toEqual({ status: 'not-found' });
      expect(await letters.drop(id, { by: '', reason: 'test data.' })).toEqual({ status: 'not-found' });
      expect(cloud.objects.size).toBe(0);
    },
  );

  it('of a rule that could not deliver say why beside them', async () => {
    const messageAttributes = { ERROR_CODE: 'NO_PERMISSIONS', ERROR_MESSAGE: 'not allowed', RETRY_ATTEMPTS: '2' };
    cloud.sqs.put(dead, { body: busEvent('clm_1.1.1'), attributes: { SentTimestamp: sentAt }, messageAttributes });
    expect(await lettersOf().list()).toMatchObject([{ reason: 'NO_PERMISSIONS: not allowed', attempts: 3 }]);
  });
});
