import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { KeyWrapper } from './jwe-sealer.ts';

/** Wraps data keys under one KMS key; the context is authenticated, so a wrapped key opens for its owner alone. */
export const kmsWrapper = (client: Pick<KMSClient, 'send'>, keyArn: string): KeyWrapper => ({
  wrap: async (key, context) => {
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({ KeyId: keyArn, Plaintext: key, EncryptionContext: { context } }),
    );
    if (CiphertextBlob === undefined) throw new Error('KMS wrapped nothing.');
    return Buffer.from(CiphertextBlob).toString('base64url');
  },
  unwrap: async (wrapped, context) => {
    const { Plaintext } = await client.send(
      new DecryptCommand({
        KeyId: keyArn,
        CiphertextBlob: Buffer.from(wrapped, 'base64url'),
        EncryptionContext: { context },
      }),
    );
    if (Plaintext === undefined) throw new Error('KMS unwrapped nothing.');
    return Plaintext;
  },
});
