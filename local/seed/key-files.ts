import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import { plainError } from '../plain-error.ts';
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

/**
 * Reads the keys of a data folder; the first start makes them. They are made before the engine has a folder: where it
 * has one, a missing key was lost, and a new one would open nothing and make honest certificates look forged.
 */
export const keyFiles = async (dataFolder: string, tenant: string): Promise<KeyFiles> => {
  const hasData = existsSync(join(dataFolder, 'engine'));
  const key = <S extends z.ZodType>(name: string, schema: S, make: () => Promise<z.output<S>>) => {
    const path = join(dataFolder, 'keys', name);
    const lost = async (): Promise<never> => {
      throw plainError(
        `The file ${path} is missing, and what was signed and sealed with it is still here: ` +
          'restore it from a copy, or move the data folder away to begin anew, then start again.',
      );
    };
    return readOrMake(path, schema, hasData ? lost : make);
  };
  const master = await key('master.json', MasterKey, async () => ({ key: newSecret() }));
  return {
    master: Buffer.from(master.key, 'base64url'),
    signing: await key('signing.json', PrivateJwk, () => newKeyPair('signing')),
    token: await key('token.json', PrivateJwk, () => newKeyPair('token')),
    offers: await key('offers.json', OfferKeys, async () => ({ current: 'k1', k1: newSecret() })),
    webhooks: await key('webhooks.json', WebhookSecrets, async () => ({
      [tenant]: [`whsec_${newSecret()}`],
    })),
  };
};
