import { expect, it } from 'vitest';
import { aCancellation, cancel } from '../../support/cancellation.ts';
import { anOffer } from '../../support/sale.ts';
import { failing } from '../faults.ts';
import { type OpenShop, policyIdIn } from './shop.ts';

/** Whoever wins, the others learn of it; nothing happens twice. */
export const racesContract = (open: OpenShop): void => {
  it('says 409 with Retry-After when other commands keep winning', async () => {
    const faults = failing('a conflict', 'before', 5);
    const { world, body } = await open(faults.through);
    faults.arm();
    const answer = await world.call('bindPolicy', { body });
    expect([answer.status, answer.body, answer.headers['retry-after']]).toMatchObject([
      409,
      { code: 'changed-meanwhile' },
      '1',
    ]);
  });

  it('gives fifty identical requests at once one effect and one answer', async () => {
    const { world, body } = await open();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.call('bindPolicy', { body, key: 'fifty-times' })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
  });

  it('binds an offer once, whichever of ten keys comes first', async () => {
    const { world, body } = await open();
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.call('bindPolicy', { body })));
    const [bound, ...more] = answers.filter(({ status }) => status === 201);
    expect(more).toEqual([]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(9);
    for (const { body: problem } of refused) {
      expect(problem).toMatchObject({ code: 'quote-already-bound', facts: { policyId: bound && policyIdIn(bound) } });
    }
  });

  it('insures one order once, whichever of two offers is bound first', async () => {
    const { world, body, order } = await open();
    const second = await anOffer(world, 'return-freight', order);
    const answers = await Promise.all([
      world.call('bindPolicy', { body }),
      world.call('bindPolicy', { body: { ...body, offer: second.token } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'object-already-insured' });
  });

  it('frees the order when its policy is cancelled', async () => {
    const { world, body, order } = await open();
    const first = await world.call('bindPolicy', { body });
    await cancel(world, policyIdIn(first));
    const offer = await anOffer(world, 'return-freight', order);
    const second = await world.call('bindPolicy', { body: { ...body, offer: offer.token } });
    expect(second.status).toBe(201);
  });

  it('cancels once under ten keys at once, and counts one refund', async () => {
    const { world, body } = await open();
    const params = { policyId: policyIdIn(await world.call('bindPolicy', { body })) };
    const agreed = await aCancellation(world, params.policyId);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.call('cancelPolicy', { params, body: agreed })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });
};
