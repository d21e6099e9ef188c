import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { kmsWrapper } from '../../../functions/_adapters/kms-wrapper.ts';

/** KMS as far as wrapping goes: it encrypts, and authenticates the context. */
const aKms = () => {
  const master = randomBytes(32);
  const contextOf = (context: Record<string, string> = {}) => Buffer.from(JSON.stringify(context));
  const send = async (command: unknown): Promise<object> => {
    if (command instanceof EncryptCommand) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(contextOf(command.input.EncryptionContext));
      const sealed = [cipher.update(command.input.Plaintext ?? ''), cipher.final()];
      return { CiphertextBlob: Buffer.concat([iv, cipher.getAuthTag(), ...sealed]) };
    }
    if (!(command instanceof DecryptCommand)) throw new Error('KMS knows no such command.');
    const blob = Buffer.from(command.input.CiphertextBlob ?? '');
    const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12))
      .setAAD(contextOf(command.input.EncryptionContext))
      .setAuthTag(blob.subarray(12, 28));
    return { Plaintext: Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()]) };
  };
  return { send } as unknown as Pick<KMSClient, 'send'>;
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
