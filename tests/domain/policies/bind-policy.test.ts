import { describe, expect, it } from 'vitest';
import { type BindFacts, type BindRequest, bindPolicy } from '../../../domain/policies/bind-policy.ts';
import { messagesOf } from '../../../domain/products/message-catalogue.ts';
import { policyId, product, someTerms } from '../../support/policies.ts';

const now = '2026-11-23T08:00:00.000Z';
const facts: BindFacts = { policyExists: false, customerExists: true, holders: [undefined] };
const required = [
  { code: 'terms', contentHash: 'hash-of-terms' },
  { code: 'exemptions', contentHash: 'hash-of-exemptions' },
];
const { zone: _zone, boundAt: _boundAt, payBy: _payBy, ...agreed } = someTerms({ acknowledged: required });
const request = (change: Partial<BindRequest> = {}): BindRequest => ({ ...agreed, policyId, required, ...change });
const bind = (change: Partial<BindRequest> = {}, found: Partial<BindFacts> = {}, id = 'device-protection') =>
  bindPolicy({ ...facts, ...found }, request(change), product(id), {
    now,
    reminders: messagesOf(product(id)).reminders,
  });

describe('bindPolicy', () => {
  it('concludes the contract with its terms, its period and 24 hours to pay', () => {
    const decision = bind();
    expect(decision).toMatchObject({
      ok: true,
      value: {
        events: [
          {
            type: 'policy.bound',
            data: { policyId, terms: { boundAt: now, payBy: '2026-11-24T08:00:00.000Z', zone: 'Asia/Shanghai' } },
          },
        ],
        holds: ['one-imei'],
      },
    });
  });

  it('fixes when the customer is reminded: six hours before the premium is late, thirty days before the end', () => {
    const decision = bind({ collection: 'provider' });
    const [bound] = decision.ok ? decision.value.events : [];
    // Cover ends on 24 November 2027, 00:00 in Shanghai; 25 October, 00:00 there is 16:00 UTC the day before.
    expect(bound?.data).toMatchObject({
      terms: { remindAt: { premium: '2026-11-24T02:00:00.000Z', renewal: '2027-10-24T16:00:00.000Z' } },
    });
  });

  it('says nothing of reminders where there are none: return freight that the partner collects', () => {
    const decision = bind({ collection: 'partner' }, {}, 'return-freight');
    expect(decision.ok && decision.value.events[0]?.data).not.toHaveProperty('terms.remindAt');
  });

  it('counts as covered at once where cover begins at the bind and the partner collects', () => {
    const decision = bind({ collection: 'partner', object: { flightDate: '2026-11-25' } }, {}, 'flight-delay');
    expect(decision.ok && decision.value.events.map(({ type }) => type)).toEqual(['policy.bound', 'policy.on-risk']);
  });

  it('waits for the premium where a provider collects it', () => {
    const decision = bind({ collection: 'provider', object: { flightDate: '2026-11-25' } }, {}, 'flight-delay');
    expect(decision.ok && decision.value.events.map(({ type }) => type)).toEqual(['policy.bound']);
  });

  it('posts the premium as due from the partner who collected it', () => {
    const decision = bind({ collection: 'partner' });
    const due = decision.ok ? decision.value.postings.filter(({ account }) => account === 'due_from_partner') : [];
    expect(due.reduce((sum, { amount }) => sum + amount, 0)).toBe(13962);
  });

  it.each([
    ['an unknown customer', {}, { customerExists: false }, 'customer-not-found'],
    ['an offer that is bound', {}, { policyExists: true }, 'quote-already-bound'],
    ['an offer whose policy is seen by its unique key alone', {}, { holders: [policyId] }, 'quote-already-bound'],
    ['a device that a living policy insures', {}, { holders: ['pol_other'] }, 'object-already-insured'],
    [
      'exemptions that were not acknowledged',
      { acknowledged: required.slice(0, 1) },
      {},
      'disclosures-not-acknowledged',
    ],
    [
      'a text other than the one that was shown',
      { acknowledged: [{ code: 'terms', contentHash: 'x' }, ...required.slice(1)] },
      {},
      'disclosures-not-acknowledged',
    ],
  ])('refuses %s', (_what, change, found, code) => {
    expect(bind(change, found)).toMatchObject({ ok: false, code });
  });
});
