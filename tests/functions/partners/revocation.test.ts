import { describe, expect, it } from 'vitest';
import { revocableTokens } from '../../../functions/_adapters/revocable-tokens.ts';
import { plusSeconds } from '../../../functions/_kit/clock.ts';
import { lambda } from '../../../functions/_kit/lambda.ts';
import { endpoint as listCredentials } from '../../../functions/partners/list-credentials.ts';
import { held } from '../../support/held/held.ts';
import { aPartnersWorld } from './partners-world.ts';

const begin = '2026-11-23T08:00:00.000Z';

/** A shop whose till calls with a token of its own, on a function that reads what was revoked as the cloud's do. */
const aTill = async () => {
  const world = await aPartnersWorld();
  const shop = await world.sandbox();
  const till = await world.credential(shop, { name: 'Till', scopes: ['credentials:read'] });
  const { access_token } = (await world.token(till.clientId, till.secret)).body as { access_token: string };
  const published = { broken: false };
  const read = async () => {
    const answer = await world.call('getRevocations');
    if (published.broken || answer.status !== 200) throw new Error('The document is out of reach.');
    return (answer.body as { revoked: string[] }).revoked;
  };
  const tokens = revocableTokens(world.verifier, read, () => Date.parse(world.time.now));
  const handle = held(lambda([listCredentials], { ...world.platform, tokens }));
  const at = async (seconds: number) => {
    world.time.now = plusSeconds(begin, seconds);
    const headers = { authorization: `Bearer ${access_token}` };
    return handle({ routeKey: 'GET /v1/credentials', rawPath: '/v1/credentials', headers });
  };
  const statusAt = async (seconds: number) => (await at(seconds)).statusCode;
  const revoke = () =>
    world.call('revokeCredential', { ...world.manager(shop), params: { credentialId: till.credentialId } });
  return { at, statusAt, revoke, published };
};

describe('a token', () => {
  it('ends within half a minute after its credential was revoked, though it would live for five', async () => {
    const { statusAt, revoke } = await aTill();
    expect(await statusAt(0)).toBe(200);
    await revoke();
    expect([await statusAt(29), await statusAt(31), await statusAt(61)]).toEqual([200, 401, 401]);
  });

  it('is good for nothing where nobody knows for a minute what was revoked; the caller may come again', async () => {
    const { statusAt, at, published } = await aTill();
    expect(await statusAt(0)).toBe(200);
    published.broken = true;
    expect([await statusAt(31), await statusAt(60)]).toEqual([200, 200]);
    const refused = await at(61);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
    expect(refused.body).toContain('temporarily-unavailable');
    published.broken = false;
    expect(await statusAt(62)).toBe(200);
  });
});
