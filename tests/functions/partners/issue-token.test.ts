import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { tokenRequestOf } from '../../../functions/partners/token-request.ts';
import { aPartnersWorld, type PartnersWorld } from './partners-world.ts';

const tokenIn = (body: unknown): string => (body as { access_token: string }).access_token;
const form = 'application/x-www-form-urlencoded';
const send = ({ call }: PartnersWorld, body: string) =>
  call('issueToken', { body, key: undefined, headers: { authorization: '', 'content-type': form } });

describe('issueToken', () => {
  it('gives a token that the platform takes for five minutes', async () => {
    const world = await aPartnersWorld();
    const { clientId, secret, tenant, scopes, credentialId } = await world.sandbox();
    const answer = await world.token(clientId, secret);
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: scopes.join(' ') });
    expect(answer.headers['cache-control']).toBe('no-store');
    const actor = { kind: 'partner', id: clientId, roles: [], scopes };
    // A sandbox's token ends with its generation, too.
    const earnedBy = [credentialId, expect.stringMatching(/^sec_/), tenant];
    expect(await world.verifier.verify(tokenIn(answer.body))).toEqual({ tenant, actor, earnedBy });
    // Five seconds of tolerance for clocks that differ.
    world.time.now = '2026-11-23T08:05:06.000Z';
    expect(await world.verifier.verify(tokenIn(answer.body))).toBeUndefined();
  });

  it('names the claims of RFC 9068', async () => {
    const world = await aPartnersWorld();
    const { clientId, secret, tenant } = await world.sandbox();
    const token = tokenIn((await world.token(clientId, secret)).body);
    const issuedAt = Date.parse(world.time.now) / 1000;
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: 'token-1' });
    expect(decodeJwt(token)).toMatchObject({
      ...{ iss: 'https://api.bindery.test', aud: 'bindery', sub: clientId, client_id: clientId, tenant },
      ...{ iat: issuedAt, exp: issuedAt + 300, person: false, jti: expect.stringMatching(/^[0-9a-z]{26}$/) },
    });
  });

  it('says in a token who a person is and which roles they hold', async () => {
    const world = await aPartnersWorld();
    const person = await world.credential(await world.sandbox(), { name: 'H', roles: ['claims_handler'] });
    const verified = await world.verifier.verify(tokenIn((await world.token(person.clientId, person.secret)).body));
    expect(verified?.actor).toMatchObject({ kind: 'person', id: person.clientId, roles: ['claims_handler'] });
  });

  it('gives only the scopes that were asked for', async () => {
    const world = await aPartnersWorld();
    const { clientId, secret } = await world.sandbox();
    expect((await world.token(clientId, secret, { scope: 'quotes:write' })).body).toMatchObject({
      scope: 'quotes:write',
    });
    const wide = await world.token(clientId, secret, { scope: 'quotes:write everything' });
    expect([wide.status, wide.body]).toMatchObject([400, { error: 'invalid_scope' }]);
  });

  it('takes id and secret in the form too', async () => {
    const world = await aPartnersWorld();
    const { clientId, secret } = await world.sandbox();
    const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
    expect((await send(world, new URLSearchParams(fields).toString())).status).toBe(200);
  });

  it('answers an unknown client and a wrong secret with the same bytes, and as much work', async () => {
    const world = await aPartnersWorld();
    const { clientId, secret, tenant } = await world.sandbox();
    const wrong = [
      [clientId, `${secret}x`],
      [`${tenant}.crd_${'0'.repeat(26)}`, secret],
      [`sbx-${'0'.repeat(26)}.crd_${'0'.repeat(26)}`, secret],
      ['nobody', secret],
      [clientId, ''],
    ] as const;
    const clockUnits = (at: number): number => (wrong[at]?.[0] === 'nobody' ? 0 : 1);
    const seen = [];
    for (const [id, with_] of wrong) {
      const answer = await world.token(id, with_);
      const requestId = String(answer.headers['x-request-id']);
      seen.push([answer.status, answer.text.replaceAll(requestId, ''), answer.headers['www-authenticate']]);
      expect(world.log.at(-1)).toMatchObject({ operation: 'issueToken', readUnits: world.log.at(-1)?.['readUnits'] });
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toMatchObject([
      401,
      expect.stringContaining('"error":"invalid_client"'),
      expect.stringMatching(/^Basic /),
    ]);
    // The clock of a sandbox is read where an id has the form of a sandbox's, whether or not there is one: 1 unit.
    const units = world.log.slice(-wrong.length).map((line, at) => Number(line['readUnits']) - clockUnits(at));
    expect(Math.max(...units) - Math.min(...units)).toBeLessThanOrEqual(0.5);
  });

  it('refuses in the form of OAuth and of a problem at once', async () => {
    const world = await aPartnersWorld();
    const { clientId, secret } = await world.sandbox();
    const answer = await world.token(clientId, secret, { grant_type: 'password' });
    expect(answer.headers['content-type']).toBe('application/json');
    expect([answer.status, answer.body]).toMatchObject([
      400,
      {
        ...{ error: 'unsupported_grant_type', error_description: expect.any(String) },
        ...{ code: 'unsupported-grant-type', status: 400, requestId: expect.any(String) },
      },
    ]);
  });

  it.each([
    ['no grant', 'client_id=a&client_secret=b'],
    ['a grant twice', 'grant_type=client_credentials&grant_type=client_credentials'],
    ['a body of another form', '{"grant_type":"client_credentials"}'],
  ])('calls a request with %s invalid', async (_what, text) => {
    const answer = await send(await aPartnersWorld(), text);
    expect([answer.status, answer.body]).toMatchObject([400, { error: 'invalid_request' }]);
  });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencodedx', ''])(
    'takes nothing but a form (RFC 6749, 4.4.2): %j',
    async (type) => {
      const world = await aPartnersWorld();
      const { clientId, secret } = await world.sandbox();
      const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
      const ask = (contentType: string) =>
        world.call('issueToken', {
          body: new URLSearchParams(fields).toString(),
          key: undefined,
          headers: { authorization: '', 'content-type': contentType },
        });
      expect((await ask(type)).body).toMatchObject({ code: 'token-request-invalid', error: 'invalid_request' });
      expect((await ask('Application/X-WWW-Form-URLencoded; charset=UTF-8')).status).toBe(200);
    },
  );

  it('takes one way of proof, and not two at once', async () => {
    const world = await aPartnersWorld();
    const { clientId, secret } = await world.sandbox();
    const both = await world.token(clientId, secret, { client_secret: secret });
    expect([both.status, both.body]).toMatchObject([400, { error: 'invalid_request' }]);
  });
});

describe('tokenRequestOf', () => {
  const grant = 'grant_type=client_credentials';
  it('reads a client that proves itself in the form', () => {
    const request = tokenRequestOf(`${grant}&client_id=in-form&client_secret=s%26cret`, undefined);
    expect(request).toMatchObject({ clientId: 'in-form', secret: 's&cret', malformed: false });
  });
  it('reads a client that proves itself by Basic, whose halves are encoded as forms are', () => {
    const header = `Basic ${Buffer.from('shop%3Aone:a+secret%2B').toString('base64')}`;
    expect(tokenRequestOf(grant, header)).toMatchObject({ clientId: 'shop:one', secret: 'a secret+' });
  });
  it.each(['Basic', 'Basic ???', `Basic ${Buffer.from('no colon').toString('base64')}`, 'Bearer abc'])(
    'finds nobody in the header %j',
    (header) => {
      expect(tokenRequestOf(grant, header)).toMatchObject({ clientId: undefined, secret: undefined });
    },
  );
});
