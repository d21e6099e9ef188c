import { type Grant, grantToken } from '../../domain/partners/grant-token.ts';
import type { Credential } from '../../domain/partners/schema.ts';
import { accept } from '../../domain/shared/decision.ts';
import { sameSecret, sha256Hex } from '../_kit/crypto.ts';
import { clientOf, type TokenRequest } from './token-request.ts';
import { clientIdOf } from './view.ts';

/** What somebody earned, and by what. */
export type Earned = Omit<Grant, 'secretId'> & {
  /** Who acts by the token. */
  readonly subject: string;
  /** The client through which it was asked for. */
  readonly clientId: string;
  /** What ends it when it is revoked, besides the second half of its subject. */
  readonly earnedBy: readonly string[];
  /** When that which earned it ends, in seconds since the epoch. */
  readonly until?: number;
};

/** Nobody knows a secret with these hashes: whatever is wrong, two secrets are compared. */
const nobody = [sha256Hex('nobody'), sha256Hex('nobody else')];

const secretIdOf = (credential: Credential | undefined, secret: string): string | undefined => {
  const known = credential?.secrets ?? [];
  const hash = sha256Hex(secret);
  const matches = nobody.map((other, at) => sameSecret(hash, known[at]?.hash ?? other));
  return known[matches.indexOf(true)]?.secretId;
};

/** What a client earns that proves itself by its secret. */
export const earnBySecret = (
  credential: Credential | undefined,
  { clientId, secret = '', scope }: TokenRequest,
  { tenant, now }: { readonly tenant: string; readonly now: string },
) => {
  const grant = grantToken(credential, { secretId: secretIdOf(credential, secret), asked: scope }, { now });
  if (!grant.ok) return grant;
  const { secretId, ...granted } = grant.value;
  const client = clientIdOf(tenant, clientOf(clientId).credentialId);
  return accept<Earned>({ ...granted, subject: client, clientId: client, earnedBy: [secretId] });
};
