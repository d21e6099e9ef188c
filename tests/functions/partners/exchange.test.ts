import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  annSubject,
  appClient,
  aStaffDirectory,
  exchangeForm,
  type IdTokenWish,
} from '../../support/staff-directory.ts';
import { unplaced, wrongIdTokens } from '../../support/wrong-id-tokens.ts';
import { aPartnersWorld } from './partners-world.ts';

const aStaffWorld = async () => {
  const time = { now: '2026-11-23T08:00:00.000Z' };
  const staff = await aStaffDirectory(() => time.now);
  const world = await aPartnersWorld({ startAt: time.now }, staff.directory);
  const send = (body: string, authorization = '') =>
    world.call('issueToken', {
      ...{ body, key: undefined },
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    });
  const exchange = async (wish: IdTokenWish = {}, more: Record<string, string> = {}) =>
    send(exchangeForm(await staff.idToken(wish), more));
  return { ...world, staff, idp: time, send, exchange, written: () => world.engine.items().length };
};
const tokenIn = (body: unknown): string => (body as { access_token: string }).access_token;

describe('the exchange of an ID token', () => {
  it('gives a person of a live tenant a token of ours, with the roles of their groups', async () => {
    const world = await aStaffWorld();
    const before = world.written();
    const answer = await world.exchange({ claims: { 'cognito:groups': ['everybody', 'claims_approver'] } });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        ...{
          token_type: 'Bearer',
          expires_in: 300,
          issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        },
        scope: expect.stringContaining('claims:read'),
      },
    ]);
    expect(await world.verifier.verify(tokenIn(answer.body))).toMatchObject({
      tenant: 'shop-a',
      actor: { kind: 'person', id: `shop-a.${annSubject}`, roles: ['claims_approver'] },
      earnedBy: [annSubject],
    });
    expect(decodeJwt(tokenIn(answer.body))).toMatchObject({ client_id: appClient, person: true });
    expect(tokenIn(answer.body)).not.toContain('ann@');
    expect(world.written()).toBe(before);
  });

  it('ends what it gives no later than the ID token ends', async () => {
    const world = await aStaffWorld();
    const at = Date.parse(world.time.now) / 1000;
    const answer = await world.exchange({ claims: { exp: at + 120 } });
    expect(answer.body).toMatchObject({ expires_in: 120 });
    expect(decodeJwt(tokenIn(answer.body))).toMatchObject({ exp: at + 120 });
    // Within the tolerance of clocks an ID token may still be read, and there is nothing left to give.
    for (const exp of [at, at - 4])
      expect((await world.exchange({ claims: { exp } })).body).toMatchObject({ code: 'subject-token-invalid' });
    expect((await world.exchange({ claims: { exp: at + 1 } })).body).toMatchObject({ expires_in: 1 });
  });

  it.each(wrongIdTokens)('refuses a token with %s, and writes nothing', async (_what, make) => {
    const world = await aStaffWorld();
    const before = world.written();
    const answer = await world.send(exchangeForm(await make(world.staff)));
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: 'subject-token-invalid', error: 'invalid_request' },
    ]);
    expect(answer.text).not.toContain('access_token"');
    expect(world.written()).toBe(before);
  });

  it.each(unplaced)('refuses a person with %s', async (_what, claims) => {
    const world = await aStaffWorld();
    const answer = await world.exchange({ claims });
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'person-not-placed', error: 'invalid_request' }]);
  });

  it('takes the tenant from what the pool signed, whatever stands beside it', async () => {
    const world = await aStaffWorld();
    const [head, , mac] = (await world.staff.idToken()).split('.');
    const claims = { ...decodeJwt(await world.staff.idToken()), 'custom:tenant': 'shop-b' };
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${mac}`;
    expect((await world.send(exchangeForm(forged))).body).toMatchObject({ code: 'subject-token-invalid' });
    const asB = await world.exchange({}, { tenant: 'shop-b', 'custom:tenant': 'shop-b' });
    expect((await world.verifier.verify(tokenIn(asB.body)))?.tenant).toBe('shop-a');
  });

  it('leads into a sandbox only whose own it is, in the generation that lives', async () => {
    const world = await aStaffWorld();
    const mine = await world.sandbox();
    const claims = { 'custom:tenant': mine.tenant };
    const first = await world.verifier.verify(tokenIn((await world.exchange({ claims })).body));
    expect(first).toMatchObject({ tenant: mine.tenant, earnedBy: [annSubject, mine.tenant] });
    await world.call('resetSandbox', { ...world.manager(mine), body: undefined });
    const second = await world.verifier.verify(tokenIn((await world.exchange({ claims })).body));
    expect(second).toMatchObject({ tenant: `${mine.tenant}-g2`, earnedBy: [annSubject, `${mine.tenant}-g2`] });
  });

  it('gives only the scopes that were asked for, and takes our own audience for what it is', async () => {
    const world = await aStaffWorld();
    const narrow = await world.exchange({}, { scope: 'claims:read', audience: 'bindery' });
    expect(narrow.body).toMatchObject({ scope: 'claims:read' });
    expect((await world.exchange({}, { scope: 'billing:write' })).body).toMatchObject({ error: 'invalid_scope' });
  });

  it.each([
    ['another kind of token', { subject_token_type: 'urn:ietf:params:oauth:token-type:access_token' }],
    ['no token', { subject_token: '' }],
    ['the wish for a refresh token', { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' }],
    ['somebody who acts for another', { actor_token: 'a.b.c' }],
    ['another application', { client_id: 'another-application' }],
    ['a secret', { client_id: appClient, client_secret: 'guessed' }],
  ])('calls an exchange with %s invalid', async (_what, more) => {
    const answer = await (await aStaffWorld()).exchange({}, more);
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: 'token-request-invalid', error: 'invalid_request' },
    ]);
  });

  it('takes no partner\u2019s proof beside a person\u2019s', async () => {
    const world = await aStaffWorld();
    const { clientId, secret } = await world.sandbox();
    const basic = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
    const answer = await world.send(exchangeForm(await world.staff.idToken()), basic);
    expect(answer.body).toMatchObject({ code: 'token-request-invalid' });
    const twice = `${exchangeForm(await world.staff.idToken())}&subject_token=a.b.c`;
    expect((await world.send(twice)).body).toMatchObject({ code: 'token-request-invalid' });
  });

  it.each(['audience', 'resource'])('issues nothing for another %s', async (field) => {
    const answer = await (await aStaffWorld()).exchange({}, { [field]: 'https://elsewhere.test' });
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'target-invalid', error: 'invalid_target' }]);
  });

  it('is no grant where the platform knows no directory', async () => {
    const { idToken } = await aStaffDirectory(() => '2026-11-23T08:00:00.000Z');
    const { call } = await aPartnersWorld();
    const headers = { authorization: '', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await call('issueToken', { body: exchangeForm(await idToken()), key: undefined, headers });
    expect([answer.status, answer.body]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
  });

  it('says that it does not know when the keys of the pool cannot be read', async () => {
    const { idToken, directory } = await aStaffDirectory(() => '2026-11-23T08:00:00.000Z');
    const identify = async () => {
      throw new Error('fetch failed');
    };
    const { call } = await aPartnersWorld({}, { ...directory, identify });
    const headers = { authorization: '', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await call('issueToken', { body: exchangeForm(await idToken()), key: undefined, headers });
    expect([answer.status, answer.body]).toMatchObject([503, { error: 'temporarily_unavailable' }]);
  });
});
