import { describe, expect, it } from 'vitest';
import { aPartnersWorld } from './partners-world.ts';

describe('listCredentials', () => {
  it('shows a tenant its own credentials, newest first, without hashes', async () => {
    const { sandbox, credential, call, manager, time } = await aPartnersWorld();
    const [shop, other] = [await sandbox(), await sandbox()];
    time.now = '2026-11-23T08:01:00.000Z';
    const till = await credential(shop, { name: 'Till', scopes: ['quotes:write'] });
    const answer = await call('listCredentials', manager(shop));
    const { items } = answer.body as { items: { credentialId: string }[] };
    expect(items.map(({ credentialId }) => credentialId)).toEqual([till.credentialId, shop.credentialId]);
    expect(answer.text).not.toMatch(/hash|bds_/);
    expect(answer.text).not.toContain(other.tenant);
  });
});
