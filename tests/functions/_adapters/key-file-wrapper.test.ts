import { describe, expect, it } from 'vitest';
import { masterKeyWrapper } from '../../../functions/_adapters/key-file-wrapper.ts';
import { countedBytes } from '../../support/world.ts';

const random = countedBytes();
const master = random(32);
const key = random(32);
const wrapper = masterKeyWrapper(master, random);

describe('masterKeyWrapper', () => {
  it('opens a key in the context in which it was wrapped, and in no other', async () => {
    const wrapped = await wrapper.wrap(key, 'shop-a cus_1');
    expect(Buffer.from(await wrapper.unwrap(wrapped, 'shop-a cus_1')).equals(key)).toBe(true);
    await expect(wrapper.unwrap(wrapped, 'shop-b cus_1')).rejects.toThrow();
    await expect(masterKeyWrapper(random(32), random).unwrap(wrapped, 'shop-a cus_1')).rejects.toThrow();
  });

  it('keeps nonce, key and tag: 12 + 32 + 16 bytes, 80 characters, and never the same twice', async () => {
    const [once, again] = [await wrapper.wrap(key, 'a'), await wrapper.wrap(key, 'a')];
    expect(once).toMatch(/^[A-Za-z0-9_-]{80}$/);
    expect(once.slice(0, 16)).not.toBe(again.slice(0, 16));
    expect(once).not.toContain(Buffer.from(key).toString('base64url').slice(0, 16));
  });

  it('refuses a wrapped key of which any byte was changed', async () => {
    const bytes = Buffer.from(await wrapper.wrap(key, 'a'), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(wrapper.unwrap(changed.toString('base64url'), 'a'), `byte ${at}`).rejects.toThrow();
    }
  });
});
