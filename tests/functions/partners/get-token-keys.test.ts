import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { aPartnersWorld } from './partners-world.ts';

describe('getTokenKeys', () => {
  it('shows everybody the keys that verify tokens, and no private part', async () => {
    const { call, sandbox, token, time } = await aPartnersWorld();
    const answer = await call('getTokenKeys', { headers: { authorization: '' } });
    expect(answer.text).not.toContain('"d"');
    const keys = createLocalJWKSet(answer.body as { keys: [] });
    const { clientId, secret } = await sandbox();
    const { access_token } = (await token(clientId, secret)).body as { access_token: string };
    const { payload } = await jwtVerify(access_token, keys, { currentDate: new Date(time.now) });
    expect(payload.sub).toBe(clientId);
  });
});
