import { CompactEncrypt, compactDecrypt } from 'jose';
import { outside } from '../_kit/outside.ts';
import type { Sealer } from '../_kit/platform.ts';

/** Wraps data keys under a master key: KMS in the cloud, a key file on a laptop. The context must match to unwrap. */
export type KeyWrapper = {
  wrap(key: Uint8Array, context: string): Promise<string>;
  unwrap(wrapped: string, context: string): Promise<Uint8Array>;
};

const cacheMax = 500;

/** Seals texts as compact JWE (`dir`, A256GCM) under data keys that it unwraps once and keeps for a while in memory. */
export const jweSealer = (wrapper: KeyWrapper, random: (bytes: number) => Uint8Array): Sealer => {
  const unwrapped = new Map<string, Promise<Uint8Array>>();

  const keyOf = (wrappedKey: string, context: string): Promise<Uint8Array> => {
    const name = `${context}\n${wrappedKey}`;
    const known = unwrapped.get(name) ?? outside(() => wrapper.unwrap(wrappedKey, context));
    if (unwrapped.size >= cacheMax) unwrapped.clear();
    unwrapped.set(name, known);
    known.catch(() => unwrapped.delete(name));
    return known;
  };

  return {
    newKey: (context) => outside(() => wrapper.wrap(random(32), context)),
    seal: async (wrappedKey, context, text) =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(await keyOf(wrappedKey, context)),
    open: async (wrappedKey, context, jwe) => {
      const { plaintext } = await compactDecrypt(jwe, await keyOf(wrappedKey, context), {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return new TextDecoder().decode(plaintext);
    },
  };
};
