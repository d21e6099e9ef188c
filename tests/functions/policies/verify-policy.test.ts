import { describe, expect, it } from 'vitest';
import { endpoint as verifyPolicy } from '../../../functions/policies/verify-policy.ts';
import { cancel, cancellingEndpoints } from '../../support/cancellation.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () =>
  aWorld([...sellingEndpoints, verifyPolicy, ...cancellingEndpoints], { services: { offerKeys: someOfferKeys() } });
type Shop = Awaited<ReturnType<typeof aShop>>;
const verify = (world: Shop, policyNumber: string, code: string, tenantId = 'shop-a') =>
  world.call('verifyPolicy', {
    params: { tenantId, policyNumber },
    query: { code },
    headers: { authorization: '' },
    key: undefined,
  });

describe('verifyPolicy', () => {
  it('tells anyone with number and code that the policy is real, and names nobody', async () => {
    const world = await aShop();
    const { policyNumber, verificationCode } = await aPolicy(world, 'device-protection');
    const answer = await verify(world, policyNumber.toLowerCase(), verificationCode.toLowerCase());
    expect(answer.body).toMatchObject({ genuine: true, status: 'pending', productName: { en: 'Device protection' } });
    for (const hidden of ['cus_', 'SO-', '356938035643809', '499900']) expect(answer.text).not.toContain(hidden);
  });

  it('tells a cancelled policy from one that lives', async () => {
    const world = await aShop();
    const { policyId, policyNumber, verificationCode } = await aPolicy(world, 'device-protection');
    await cancel(world, policyId);
    expect((await verify(world, policyNumber, verificationCode)).body).toMatchObject({
      genuine: true,
      status: 'cancelled',
    });
  });

  it('answers a wrong code, an unknown number and nonsense with the same bytes', async () => {
    const world = await aShop();
    const { policyNumber, verificationCode } = await aPolicy(world, 'device-protection');
    const answers = await Promise.all([
      verify(world, policyNumber, 'WRONGCODE234'),
      verify(world, `BN${'0'.repeat(26)}`, verificationCode),
      verify(world, 'nonsense', verificationCode),
      verify(world, policyNumber, verificationCode, 'shop-b'),
    ]);
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [200, '{"genuine":false}']));
  });
});
