import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

type Data = Uint8Array | string;
type Signing = { new (secret?: Data): { update(data: Data): void; digest(): Promise<Uint8Array>; reset(): void } };

/** SHA-256, plain or keyed, in the shape that the SDK's signer asks for. */
export const signingHash = function (this: object, secret?: Data) {
  const hash: Hash | Hmac = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  return {
    update: (data: Data) => void hash.update(data),
    digest: async () => hash.digest(),
    reset: () => {},
  };
} as unknown as Signing;
