import { createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { jwtTokens } from '../../../functions/_adapters/jwt-tokens.ts';
import { tokenSigner } from '../../../functions/_adapters/token-signer.ts';
import { endpoint as issueToken } from '../../../functions/partners/issue-token.ts';
import { aStaffDirectory, exchangeForm } from '../../support/staff-directory.ts';
import { aClaimsWorld, aPhone, claimIdIn, report } from '../claims/claims-world.ts';

const issuer = 'https://api.bindery.test';
const bobSubject = '7c1d0e4a-2222-4c52-9a57-0d3c3c2f8a22';

/** A world that handles claims, in which people act by tokens that they got for their ID tokens. */
const aStaffedWorld = async (repairQuote: number, risk = {}) => {
  const clock = { now: () => '2026-11-23T08:00:00.000Z' };
  const staff = await aStaffDirectory(() => clock.now());
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const published = { ...(await exportJWK(publicKey)), kid: 'token-1', kty: 'EC' };
  const signer = es256Signer({ ...(await exportJWK(privateKey)), kid: 'token-1' });
  const rules = { issuer, audience: 'bindery' };
  const keys = async () => [published];
  const ours = jwtTokens({ ...rules, keys: createLocalJWKSet({ keys: [published] }) }, () => clock.now());
  const world = await aClaimsWorld(
    { tokenSigner: tokenSigner({ ...rules, docsUrl: 'https://docs', signer, keys }), staffDirectory: staff.directory },
    {
      around: (platform) => ({
        ...platform,
        tokens: { verify: async (token) => (await platform.tokens.verify(token)) ?? ours.verify(token) },
      }),
    },
    [issueToken],
  );
  clock.now = () => world.time.now;
  const policyId = await aPhone(world, risk);
  const claimId = claimIdIn(await report(world, 'device-protection', policyId, { form: { repairQuote } }));
  await world.bus.untilQuiet();
  const logIn = async (claims: Record<string, unknown>) => {
    const body = exchangeForm(await staff.idToken({ claims }));
    const headers = { authorization: '', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await world.call('issueToken', { body, key: undefined, headers });
    const { access_token: token } = answer.body as { access_token: string };
    return { authorization: `Bearer ${token}` };
  };
  const assess = async () =>
    world.call('assessClaim', {
      ...{ params: { claimId }, body: {} },
      headers: await logIn({ sub: bobSubject, 'cognito:groups': ['claims_handler', 'claims_approver'] }),
    });
  const approve = async (amount: number, claims: Record<string, unknown> = {}) =>
    world.call('approveClaim', { params: { claimId }, body: { amount }, headers: await logIn(claims) });
  return { assess, approve };
};

describe('a person who logged in at the directory', () => {
  it('approves what a colleague assessed, and the evidence names both by tenant and person', async () => {
    const { assess, approve } = await aStaffedWorld(300_000);
    expect((await assess()).status).toBe(201);
    // As tests/functions/claims/approve-claim.test.ts works out: 40 % of 4 999.00 is 1 999.60.
    const answer = await approve(199_960);
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        approved: { amount: 199_960 },
        handling: { assessed: { by: `shop-a.${bobSubject}` }, decidedBy: expect.stringMatching(/^shop-a\.0b1f9a52-/) },
      },
    ]);
  });

  it('is one person however often they log in: whoever assessed does not approve', async () => {
    const { assess, approve } = await aStaffedWorld(300_000);
    await assess();
    const same = await approve(199_960, { sub: bobSubject, jti: '00000000-0000-4000-8000-000000000000' });
    expect([same.status, same.body]).toMatchObject([403, { code: 'own-assessment' }]);
  });

  it('is bound by the authority band of the group', async () => {
    // A tenth of 6 500.00 is borne; 40 % of 12 999.00 is 5 199.60, and an approver may approve 5 000.00.
    const { assess, approve } = await aStaffedWorld(650_000, { deviceValue: 1_299_900 });
    await assess();
    const approver = await approve(519_960);
    expect(approver.body).toMatchObject({ code: 'above-authority', facts: { most: 500_000 } });
    expect((await approve(519_960, { 'cognito:groups': ['claims_director'] })).status).toBe(201);
  });

  it('may do nothing in another tenant, and nothing that another group may', async () => {
    const { assess, approve } = await aStaffedWorld(300_000);
    await assess();
    expect((await approve(199_960, { 'custom:tenant': 'shop-b' })).status).toBe(404);
    expect((await approve(199_960, { 'cognito:groups': ['finance'] })).status).toBe(403);
  });
});
