import type { KeyWrapper } from './jwe-sealer.ts';
import type { Kms } from './kms-client.ts';

/** Wraps data keys under one KMS key; the context is authenticated, so a wrapped key opens for its owner alone. */
export const kmsWrapper = (kms: Pick<Kms, 'encrypt' | 'decrypt'>, keyArn: string): KeyWrapper => ({
  wrap: async (key, context) => Buffer.from(await kms.encrypt(keyArn, key, { context })).toString('base64url'),
  unwrap: (wrapped, context) => kms.decrypt(keyArn, Buffer.from(wrapped, 'base64url'), { context }),
});
