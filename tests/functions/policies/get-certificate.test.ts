import { compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { endpoint as getCertificate } from '../../../functions/policies/get-certificate.ts';
import {
  aBindBody,
  aCustomer,
  aPolicy,
  aQuoteItem,
  risks,
  sellingEndpoints,
  someOfferKeys,
} from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const signer = await es256Signer({ ...(await exportJWK(privateKey)), kid: 'k1' });
  const world = await aWorld([...sellingEndpoints, getCertificate], {
    services: { offerKeys: someOfferKeys(), signer },
  });
  return { world, key: await importJWK(await exportJWK(publicKey), 'ES256') };
};

type Covered = { readonly coverages: readonly { readonly code: string }[] };
const codesIn = ({ coverages }: Covered) => coverages.map(({ code }) => code);

/** What a shop offers for a plan, and what the certificate of the policy says that came of it. */
const offeredAndCertified = async (plan: string) => {
  const { world } = await aShop();
  const item = { ...aQuoteItem('device-protection'), options: { plan, deductible: '10' } };
  const { body } = await world.call('createQuote', { body: { items: [item] } });
  const [quoted] = (body as { items: { offer: Parameters<typeof aBindBody>[0] & Covered }[] }).items;
  if (quoted === undefined) throw new Error('A quote answers for its item.');
  const { identity } = risks['device-protection'];
  const bound = await world.call('bindPolicy', {
    body: aBindBody(quoted.offer, await aCustomer(world), { identity }),
  });
  const { policyId } = bound.body as { policyId: string };
  const certificate = await world.call('getCertificate', { params: { policyId } });
  return { offered: codesIn(quoted.offer), certified: codesIn(certificate.body as Covered) };
};

describe('getCertificate', () => {
  it.each([
    ['screen', ['screen']],
    ['accidental', ['screen', 'accidental']],
    ['theft', ['screen', 'accidental', 'theft']],
  ])('certifies what the plan %s was offered with, and no other coverage of the product', async (plan, codes) => {
    expect(await offeredAndCertified(plan)).toEqual({ offered: codes, certified: codes });
  });

  it('signs everything that it says, so that anyone can check it with the published key', async () => {
    const { world, key } = await aShop();
    const { policyId, policyNumber, verificationCode } = await aPolicy(world, 'device-protection');
    const answer = await world.call('getCertificate', { params: { policyId } });
    const { signature, ...said } = answer.body as { signature: string };
    const { payload, protectedHeader } = await compactVerify(signature, key);
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(said);
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'certificate+jwt', kid: 'k1' });
    expect(said).toMatchObject({ policyNumber, premium: { amount: 13962 }, verification: { code: verificationCode } });
  });

  it('names nobody and shows no IMEI', async () => {
    const { world } = await aShop();
    const { policyId } = await aPolicy(world, 'device-protection');
    const { text } = await world.call('getCertificate', { params: { policyId } });
    for (const canary of ['王小明', '11010519491231002X', '356938035643809', 'cus_'])
      expect(text).not.toContain(canary);
  });

  it('certifies nothing for a shop whose policy it is not', async () => {
    const { world } = await aShop();
    const { policyId } = await aPolicy(world, 'device-protection');
    const foreign = await world.call('getCertificate', { params: { policyId }, tenant: 'shop-b' });
    expect([foreign.status, foreign.body]).toMatchObject([404, { code: 'policy-not-found' }]);
  });
});
