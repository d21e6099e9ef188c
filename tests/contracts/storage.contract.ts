import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableClient } from '../../functions/_storage/client.ts';
import { endpoint as cancelPolicy } from '../../functions/policies/cancel-policy.ts';
import { endpoint as getPolicy } from '../../functions/policies/get-policy.ts';
import { endpoint as listPolicies } from '../../functions/policies/list-policies.ts';
import { endpoint as recordMilestone } from '../../functions/policies/record-milestone.ts';
import { aBindBody, aCustomer, anOffer, risks, sellingEndpoints, someOfferKeys } from '../support/sale.ts';
import { type Answer, aWorld } from '../support/world.ts';
import { failing, type WriteFault, writeFaults } from './faults.ts';

type Engine = { readonly client: TableClient; readonly stop: () => Promise<void> };

const endpoints = [...sellingEndpoints, cancelPolicy, getPolicy, listPolicies, recordMilestone];
const identity = risks['return-freight'].identity;

/** One suite over the one adapter: whatever engine lies beneath, a command has one effect and one answer (design §4). */
export const storageContract = (name: string, start: () => Promise<Engine>): void => {
  describe(`the storage adapter on ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    let count = 0;
    const shop = async (through?: (client: TableClient) => TableClient) => {
      count += 1;
      const world = await aWorld(endpoints, {
        client: engine.client,
        seed: `world-${count}`,
        services: { offerKeys: someOfferKeys() },
        startAt: `2026-11-23T08:${String(count % 60).padStart(2, '0')}:00.000Z`,
        ...(through !== undefined && { through }),
      });
      const order = { orderNumber: `SO-${name.replace(/\W/g, '')}-${count}` };
      const customerId = await aCustomer(world, { identity: { type: 'passport', number: `P${count}${Date.now()}` } });
      const offer = await anOffer(world, 'return-freight', order);
      return { world, order, body: aBindBody(offer, customerId, { identity: { ...identity, ...order } }) };
    };
    const id = ({ body }: Answer): string => (body as { policyId: string }).policyId;

    it('answers the same key and body byte for byte, and another body never', async () => {
      const { world, body } = await shop();
      const first = await world.call('bindPolicy', { body, key: 'the-same-key' });
      const again = await world.call('bindPolicy', { body, key: 'the-same-key' });
      const other = await world.call('bindPolicy', { body: { ...body, reference: 'other' }, key: 'the-same-key' });
      expect([first.status, again.text]).toEqual([201, first.text]);
      expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
    });

    it.each(Object.keys(writeFaults) as WriteFault[])('keeps one effect when %s hides a commit', async (fault) => {
      const faults = failing(fault, 'after', 1);
      const { world, body } = await shop(faults.through);
      faults.arm();
      const answer = await world.call('bindPolicy', { body, key: 'lost-reply' });
      expect([answer.status, faults.seen()]).toEqual([201, 1]);
      expect(answer.headers['idempotent-replayed']).toBeUndefined();
      const again = await world.call('bindPolicy', { body, key: 'lost-reply' });
      expect([again.text, again.headers['idempotent-replayed']]).toEqual([answer.text, 'true']);
    });

    it.each(Object.keys(writeFaults) as WriteFault[])('tries again after %s before the commit', async (fault) => {
      const faults = failing(fault, 'before', 3);
      const { world, body } = await shop(faults.through);
      faults.arm();
      const answer = await world.call('bindPolicy', { body });
      expect([answer.status, faults.seen()]).toEqual([201, 3]);
    });

    it('says 503 and writes nothing while the table stays away, and the same key succeeds afterwards', async () => {
      const faults = failing('a throttle', 'before', 5);
      const { world, body } = await shop(faults.through);
      faults.arm();
      const away = await world.call('bindPolicy', { body, key: 'patience' });
      expect([away.status, away.body, away.headers['retry-after']]).toMatchObject([503, { retryable: true }, '2']);
      const back = await world.call('bindPolicy', { body, key: 'patience' });
      expect([back.status, back.headers['idempotent-replayed']]).toEqual([201, undefined]);
    });

    it('says 409 with Retry-After when other commands keep winning', async () => {
      const faults = failing('a conflict', 'before', 5);
      const { world, body } = await shop(faults.through);
      faults.arm();
      const answer = await world.call('bindPolicy', { body });
      expect([answer.status, answer.body, answer.headers['retry-after']]).toMatchObject([
        409,
        { code: 'changed-meanwhile' },
        '1',
      ]);
    });

    it('gives fifty identical requests at once one effect and one answer', async () => {
      const { world, body } = await shop();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => world.call('bindPolicy', { body, key: 'fifty-times' })),
      );
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    });

    it('binds an offer once, whichever of ten keys comes first', async () => {
      const { world, body } = await shop();
      const answers = await Promise.all(Array.from({ length: 10 }, () => world.call('bindPolicy', { body })));
      const [bound, ...more] = answers.filter(({ status }) => status === 201);
      expect(more).toEqual([]);
      const refused = answers.filter(({ status }) => status === 409);
      expect(refused).toHaveLength(9);
      for (const { body: problem } of refused) {
        expect(problem).toMatchObject({ code: 'quote-already-bound', facts: { policyId: bound && id(bound) } });
      }
    });

    it('insures one order once, whichever of two offers is bound first', async () => {
      const { world, body, order } = await shop();
      const second = await anOffer(world, 'return-freight', order);
      const answers = await Promise.all([
        world.call('bindPolicy', { body }),
        world.call('bindPolicy', { body: { ...body, offer: second.token } }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'object-already-insured' });
    });

    it('frees the order when its policy is cancelled', async () => {
      const { world, body, order } = await shop();
      const first = await world.call('bindPolicy', { body });
      await world.call('cancelPolicy', { params: { policyId: id(first) }, body: { reason: 'order-cancelled' } });
      const offer = await anOffer(world, 'return-freight', order);
      const second = await world.call('bindPolicy', { body: { ...body, offer: offer.token } });
      expect(second.status).toBe(201);
    });

    it('cancels once under ten keys at once, and counts one refund', async () => {
      const { world, body } = await shop();
      const params = { policyId: id(await world.call('bindPolicy', { body })) };
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => world.call('cancelPolicy', { params, body: { reason: 'withdrawal' } })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    });

    it('reads back what it wrote, terms and all', async () => {
      const { world, body } = await shop();
      const bound = await world.call('bindPolicy', { body });
      const read = await world.call('getPolicy', { params: { policyId: id(bound) } });
      expect(read.body).toEqual(bound.body);
    });

    it('lists newest first, with a cursor that an insert does not move', async () => {
      const { world, body } = await shop();
      const first = id(await world.call('bindPolicy', { body }));
      const page = await world.call('listPolicies', { query: { limit: '1' } });
      const { items, next } = page.body as { items: { policyId: string }[]; next: string };
      expect(items.map(({ policyId }) => policyId)).toEqual([first]);
      const before = await world.call('listPolicies', { query: { limit: '50', cursor: next } });
      expect((before.body as { items: { policyId: string }[] }).items.map(({ policyId }) => policyId)).not.toContain(
        first,
      );
      const foreign = await world.call('listPolicies', { query: { cursor: next }, tenant: 'shop-b' });
      expect([foreign.status, foreign.body]).toMatchObject([422, { errors: [{ pointer: '/query/cursor' }] }]);
    });
  });
};
