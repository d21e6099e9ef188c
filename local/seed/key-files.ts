import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import { readOrMake } from './private-file.ts';

const secretText = (bytes: number) =>
  z.string().refine((text) => Buffer.from(text, 'base64url').byteLength === bytes, `not ${bytes} bytes of base64url`);

const MasterKey = z.strictObject({ key: secretText(32) });
const OfferKeys = z.intersection(z.object({ current: z.string() }), z.record(z.string(), z.string().min(2)));
const WebhookSecrets = z.record(z.string(), z.array(z.string().startsWith('whsec_')).min(1));
const coordinate = secretText(32);
const PrivateJwk = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
  kid: z.string().min(1),
});
export type PrivateJwk = z.infer<typeof PrivateJwk>;

/** What the cloud keeps in KMS and Secrets Manager; on a laptop, files that only this user may read. */
export type KeyFiles = {
  /** Wraps the keys of tenants and persons; 32 bytes. */
  readonly master: Uint8Array;
  /** Signs certificates and checkpoints. */
  readonly signing: PrivateJwk;
  /** Signs access tokens. */
  readonly token: PrivateJwk;
  /** Sign offers: the name of the current one and all secrets by their names. */
  readonly offers: Readonly<Record<string, string>>;
  /** Secrets of the tenants' webhook endpoints, the newest first. */
  readonly webhooks: Readonly<Record<string, readonly string[]>>;
};

const newSecret = (): string => randomBytes(32).toString('base64url');

const newKeyPair = async (name: string): Promise<PrivateJwk> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return PrivateJwk.parse({ ...jwk, kid: `${name}-${randomBytes(6).toString('hex')}` });
};

/** The public half of a key, as it stands in the published set. */
export const publicJwk = ({ d: _private, ...shared }: PrivateJwk) => ({ ...shared, alg: 'ES256', use: 'sig' });

/** Reads the keys of a data folder; the first start makes them. */
export const keyFiles = async (dataFolder: string, tenant: string): Promise<KeyFiles> => {
  const place = (name: string): string => join(dataFolder, 'keys', name);
  const master = await readOrMake(place('master.json'), MasterKey, async () => ({ key: newSecret() }));
  return {
    master: Buffer.from(master.key, 'base64url'),
    signing: await readOrMake(place('signing.json'), PrivateJwk, () => newKeyPair('signing')),
    token: await readOrMake(place('token.json'), PrivateJwk, () => newKeyPair('token')),
    offers: await readOrMake(place('offers.json'), OfferKeys, async () => ({ current: 'k1', k1: newSecret() })),
    webhooks: await readOrMake(place('webhooks.json'), WebhookSecrets, async () => ({
      [tenant]: [`whsec_${newSecret()}`],
    })),
  };
};
