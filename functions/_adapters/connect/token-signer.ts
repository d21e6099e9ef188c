import type { TokenSigner } from '../../_kit/services.ts';
import { setting } from '../environment.ts';
import { kmsPublicJwk, kmsSigner } from '../kms-signer.ts';
import { lambdaKms } from '../lambda-kms.ts';
import { tokenSigner } from '../token-signer.ts';

/** The keys of tokens and of certificates, which never leave KMS. Their public halves are asked for once. */
export const connect = (): TokenSigner => {
  const kms = lambdaKms();
  const keyIds = [setting('tokenKey'), setting('signingKey')];
  return tokenSigner({
    issuer: setting('issuer'),
    audience: setting('audience'),
    docsUrl: setting('docsUrl'),
    signer: kmsSigner(kms, setting('tokenKey')),
    keys: () => Promise.all(keyIds.map((id) => kmsPublicJwk(kms, id))),
  });
};
