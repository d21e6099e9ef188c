import { describe, expect, it, vi } from 'vitest';
import { masterKeyWrapper } from '../../../functions/_adapters/key-file-wrapper.ts';
import { derivationContext, tenantSecrets } from '../../../functions/_adapters/tenant-secrets.ts';
import { countedBytes } from '../../support/world.ts';

const random = countedBytes();
const wrapper = masterKeyWrapper(random(32), random);
const secret = random(32);

describe('tenantSecrets', () => {
  it('unwraps a tenant’s secret once, in that tenant’s own context', async () => {
    const wrapped = await wrapper.wrap(secret, 'shop-a derivation');
    const read = vi.fn(async () => wrapped);
    const secrets = tenantSecrets({ tenantSecret: read }, wrapper, random);
    expect(Buffer.from((await secrets.derivation('shop-a')) ?? []).equals(secret)).toBe(true);
    expect(Buffer.from((await secrets.derivation('shop-a')) ?? []).equals(secret)).toBe(true);
    expect(read).toHaveBeenCalledTimes(1);
    // The same wrapped bytes under another tenant's name open nothing.
    await expect(secrets.derivation('shop-b')).rejects.toThrow();
  });

  it('does not remember that a tenant is unknown: it may come to exist', async () => {
    const wrapped = await wrapper.wrap(secret, derivationContext('shop-c'));
    const read = vi.fn<() => Promise<string | undefined>>().mockResolvedValueOnce(undefined).mockResolvedValue(wrapped);
    const secrets = tenantSecrets({ tenantSecret: read }, wrapper, random);
    expect(await secrets.derivation('shop-c')).toBeUndefined();
    expect(await secrets.derivation('shop-c')).toBeDefined();
  });

  it('makes a secret of 256 bits for a tenant that is yet to be, wrapped for that tenant alone', async () => {
    const table = new Map<string, string>();
    const secrets = tenantSecrets({ tenantSecret: async (tenant) => table.get(tenant) }, wrapper, random);
    const { derivation, wrapped = '' } = await secrets.newSecret('sbx-new');
    expect(derivation).toHaveLength(32);
    // Nothing is remembered of it before it stands in the table.
    expect(await secrets.derivation('sbx-new')).toBeUndefined();
    table.set('sbx-new', wrapped).set('sbx-other', wrapped);
    expect(Buffer.from((await secrets.derivation('sbx-new')) ?? []).equals(derivation)).toBe(true);
    await expect(secrets.derivation('sbx-other')).rejects.toThrow();
  });
});
