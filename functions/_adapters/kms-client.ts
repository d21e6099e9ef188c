import { jsonService, type ServiceAt } from '../_kit/aws/json-service.ts';
import { ServiceError } from '../_kit/aws/service-error.ts';

/** A key is wrapped and unwrapped under the same context, or not at all. */
export type KmsContext = Readonly<Record<string, string>>;

/** What is asked of KMS here. A key is named by its id or its ARN. */
export type Kms = {
  encrypt(keyId: string, plaintext: Uint8Array, context: KmsContext): Promise<Uint8Array>;
  decrypt(keyId: string, ciphertext: Uint8Array, context: KmsContext): Promise<Uint8Array>;
  /** The DER signature (ECDSA on P-256) over what has this SHA-256. */
  sign(keyId: string, digest: Uint8Array): Promise<Uint8Array>;
  /** The public half of a key, as DER SubjectPublicKeyInfo. */
  publicKey(keyId: string): Promise<Uint8Array>;
};

const protocol = {
  version: '1.1',
  target: 'TrentService',
  errorOf: ({ name, message, status }) => new ServiceError(name, message, status),
} as const satisfies Parameters<typeof jsonService>[1];

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** KMS over its protocol, without the weight of its SDK client. */
export const kmsClient = (at: ServiceAt): Kms & { destroy(): void } => {
  const { ask, destroy } = jsonService(at, protocol);
  /** Asks for one blob; the protocol writes blobs as base64. */
  const blob = async (operation: string, name: string, input: object): Promise<Uint8Array> => {
    const { [name]: text } = (await ask(operation, input)) as Readonly<Record<string, unknown>>;
    if (typeof text !== 'string') throw new Error(`KMS answered no ${name}.`);
    return Buffer.from(text, 'base64');
  };
  return {
    encrypt: (KeyId, plaintext, EncryptionContext) =>
      blob('Encrypt', 'CiphertextBlob', { KeyId, Plaintext: base64(plaintext), EncryptionContext }),
    decrypt: (KeyId, ciphertext, EncryptionContext) =>
      blob('Decrypt', 'Plaintext', { KeyId, CiphertextBlob: base64(ciphertext), EncryptionContext }),
    sign: (KeyId, digest) =>
      blob('Sign', 'Signature', {
        ...{ KeyId, Message: base64(digest) },
        ...{ MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' },
      }),
    publicKey: (KeyId) => blob('GetPublicKey', 'PublicKey', { KeyId }),
    destroy,
  };
};
