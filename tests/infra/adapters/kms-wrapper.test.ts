import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Kms, KmsContext } from '../../../functions/_adapters/kms-client.ts';
import { kmsWrapper } from '../../../functions/_adapters/kms-wrapper.ts';

/** KMS as far as wrapping goes: it encrypts, and authenticates the key's name and the context. */
const aKms = (): Pick<Kms, 'encrypt' | 'decrypt'> => {
  const master = randomBytes(32);
  const bound = (keyId: string, context: KmsContext) => Buffer.from(JSON.stringify([keyId, context]));
  return {
    encrypt: async (keyId, plaintext, context) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(bound(keyId, context));
      const sealed = [cipher.update(plaintext), cipher.final()];
      return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]);
    },
    decrypt: async (keyId, ciphertext, context) => {
      const decipher = createDecipheriv('aes-256-gcm', master, ciphertext.subarray(0, 12))
        .setAAD(bound(keyId, context))
        .setAuthTag(ciphertext.subarray(12, 28));
      return Buffer.concat([decipher.update(ciphertext.subarray(28)), decipher.final()]);
    },
  };
};

describe('kmsWrapper', () => {
  const wrapper = kmsWrapper(aKms(), 'arn:master');
  it('opens what it wrapped, for the same context', async () => {
    const key = randomBytes(32);
    const wrapped = await wrapper.wrap(key, 'shop-a cus_1');
    expect(wrapped).toMatch(/^[\w-]+$/);
    expect(Buffer.from(await wrapper.unwrap(wrapped, 'shop-a cus_1'))).toEqual(key);
  });
  it('does not open a key for another person', async () => {
    const wrapped = await wrapper.wrap(randomBytes(32), 'shop-a cus_1');
    await expect(wrapper.unwrap(wrapped, 'shop-a cus_2')).rejects.toThrow();
  });
});
