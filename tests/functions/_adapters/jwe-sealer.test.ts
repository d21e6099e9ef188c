import { CompactEncrypt, decodeProtectedHeader } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { jweSealer } from '../../../functions/_adapters/jwe-sealer.ts';
import { masterKeyWrapper } from '../../../functions/_adapters/key-file-wrapper.ts';
import { countedBytes } from '../../support/world.ts';

const aSealer = () => {
  const random = countedBytes();
  const wrapper = masterKeyWrapper(random(32), random);
  const unwrap = vi.spyOn(wrapper, 'unwrap');
  return { sealer: jweSealer(wrapper, random), unwrap };
};

describe('jweSealer', () => {
  it('opens what it sealed, under the key of the same person alone', async () => {
    const { sealer } = aSealer();
    const [wang, li] = [await sealer.newKey('shop-a cus_1'), await sealer.newKey('shop-a cus_2')];
    const sealed = await sealer.seal(wang, 'shop-a cus_1', '王小明');
    expect(await sealer.open(wang, 'shop-a cus_1', sealed)).toBe('王小明');
    await expect(sealer.open(li, 'shop-a cus_2', sealed)).rejects.toThrow();
    await expect(sealer.open(wang, 'shop-a cus_2', sealed)).rejects.toThrow();
  });

  it('seals directly under the person’s key of 32 bytes, and says so', async () => {
    const { sealer, unwrap } = aSealer();
    const key = await sealer.newKey('a');
    const sealed = await sealer.seal(key, 'a', 'text');
    expect(decodeProtectedHeader(sealed)).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect(await unwrap.mock.results[0]?.value).toHaveLength(32);
  });

  it('unwraps a key once, and again after 500 others or a failure', async () => {
    const { sealer, unwrap } = aSealer();
    const first = await sealer.newKey('a');
    await sealer.seal(first, 'a', 'text');
    await sealer.seal(first, 'a', 'text');
    expect(unwrap).toHaveBeenCalledTimes(1);
    const second = await sealer.newKey('b');
    await sealer.seal(second, 'b', 'text');
    for (let other = 3; other <= 500; other += 1) await sealer.seal(await sealer.newKey(`c${other}`), `c${other}`, '');
    expect(unwrap).toHaveBeenCalledTimes(500);
    // The 500 make room together for the next one that is used, be it among them; the second is unwrapped anew.
    await sealer.seal(first, 'a', 'text');
    expect(unwrap).toHaveBeenCalledTimes(500);
    await sealer.seal(second, 'b', 'text');
    expect(unwrap).toHaveBeenCalledTimes(501);
  });

  it('opens nothing that was sealed in another way, even under the right key', async () => {
    const { sealer, unwrap } = aSealer();
    const key = await sealer.newKey('a');
    await sealer.seal(key, 'a', 'text');
    const bytes: Uint8Array = await unwrap.mock.results[0]?.value;
    const sealedBy = (alg: string, enc: string) =>
      new CompactEncrypt(new TextEncoder().encode('text')).setProtectedHeader({ alg, enc }).encrypt(bytes);
    await expect(sealer.open(key, 'a', await sealedBy('dir', 'A256GCM'))).resolves.toBe('text');
    await expect(sealer.open(key, 'a', await sealedBy('A256KW', 'A256GCM'))).rejects.toThrow();
    await expect(sealer.open(key, 'a', await sealedBy('dir', 'A128CBC-HS256'))).rejects.toThrow();
  });

  it('tries a key again whose unwrapping failed', async () => {
    const { sealer, unwrap } = aSealer();
    const key = await sealer.newKey('a');
    unwrap.mockRejectedValueOnce(new Error('away'));
    await expect(sealer.seal(key, 'a', 'text')).rejects.toMatchObject({ cause: { message: 'away' } });
    await expect(sealer.seal(key, 'a', 'text')).resolves.toBeDefined();
  });
});
