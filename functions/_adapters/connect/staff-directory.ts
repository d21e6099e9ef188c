import { createRemoteJWKSet } from 'jose';
import type { StaffDirectory } from '../../_kit/services.ts';
import { staffPool } from '../../_kit/settings.ts';
import { noStaff, staffTokens } from '../staff-tokens.ts';

const patienceMs = 2_000;

/** The user pool of the deployment, where it has one. */
export const connect = (): StaffDirectory => {
  const { [staffPool.issuer]: issuer, [staffPool.clientId]: clientId } = process.env;
  if (issuer === undefined || clientId === undefined) return noStaff;
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: patienceMs });
  return staffTokens({ issuer, clientId, keys });
};
