import { describe, expect, it } from 'vitest';
import { filledWith, thingsIn } from '../../../tools/site/assets/try-things.js';
import { tryItOf } from '../../../tools/site/try-it.ts';
import { repository } from './fixture.ts';

const sent = { items: [{ itemId: 'a', insuredObject: { orderNumber: 'SO-1', category: 'apparel' } }] };
const terms = { code: 'terms', contentHash: 'h1' };
const disclosures = [
  { ...terms, required: true, text: 'Terms' },
  { code: 'summary', contentHash: 'h2', required: false },
];
const answered = { items: [{ itemId: 'a', offer: { token: 'signed', disclosures } }] };

describe('what the forms of a tab remember', () => {
  it('is the offer with its required disclosures and what was insured, and ids', () => {
    expect(thingsIn(sent, answered)).toEqual({
      ...{ offer: 'signed', acknowledged: [terms], quoted: { orderNumber: 'SO-1', category: 'apparel' } },
    });
    expect(thingsIn({}, { policyId: 'pol_1', customerId: 'cus_1', status: 'pending' })).toEqual({
      ...{ policyId: 'pol_1', customerId: 'cus_1' },
    });
    expect(thingsIn(sent, { items: [{ itemId: 'a', outcome: 'refused' }] })).toEqual({});
  });
  it('fills what a body asks for, and puts nothing else in', () => {
    const body = { offer: 'recorded', customerId: 'cus_0', identity: { orderNumber: 'SO-0' }, acknowledged: [] };
    const filled = { offer: 'signed', customerId: 'cus_0', identity: { orderNumber: 'SO-1' }, acknowledged: [terms] };
    expect(filledWith(body, thingsIn(sent, answered))).toEqual(filled);
    expect(filledWith({ items: [body], reference: 'b' }, thingsIn(sent, answered))).toEqual({
      ...{ items: [filled], reference: 'b' },
    });
    expect(filledWith({ reason: 'x' }, thingsIn(sent, answered))).toEqual({ reason: 'x' });
    expect(filledWith(body, {})).toEqual(body);
  });
  it('is asked for beside the form, with where to get it', () => {
    const needs = (id: string) =>
      [...(tryItOf(repository, `/docs/reference/operations/${id}`) ?? '').matchAll(/data-needs="(\w+)"/g)].map(
        ([, name]) => name,
      );
    expect(needs('bindPolicy')).toEqual(['offer', 'customerId']);
    expect(needs('bindBasket')).toEqual(['offer', 'customerId']);
    expect(needs('reportClaim')).toEqual(['policyId']);
    expect(needs('getClaim')).toEqual(['claimId']);
    expect(needs('createQuote')).toEqual([]);
  });
});
