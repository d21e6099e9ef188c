import { KMSClient } from '@aws-sdk/client-kms';
import { bounded } from '../../_kit/bounded.ts';
import type { TokenSigner } from '../../_kit/services.ts';
import { setting } from '../environment.ts';
import { kmsPublicJwk, kmsSigner } from '../kms-signer.ts';
import { tokenSigner } from '../token-signer.ts';

/** The keys of tokens and of certificates, which never leave KMS. Their public halves are asked for once. */
export const connect = (): TokenSigner => {
  const client = new KMSClient(bounded);
  const keyIds = [setting('tokenKey'), setting('signingKey')];
  return tokenSigner({
    issuer: setting('issuer'),
    audience: setting('audience'),
    docsUrl: setting('docsUrl'),
    signer: kmsSigner(client, setting('tokenKey')),
    keys: () => Promise.all(keyIds.map((id) => kmsPublicJwk(client, id))),
  });
};
