import type { Signer, TokenSigner } from '../_kit/services.ts';

type Setup = {
  readonly issuer: string;
  readonly audience: string;
  readonly docsUrl: string;
  readonly signer: Signer;
  readonly keys: () => Promise<readonly object[]>;
};

/** Signs access tokens (RFC 9068) with a signer at hand. Its keys are read once, and again after a failure. */
export const tokenSigner = ({ issuer, audience, docsUrl, signer, keys }: Setup): TokenSigner => {
  let known: ReturnType<TokenSigner['keys']> | undefined;
  return {
    issuer,
    audience,
    documentation: `${docsUrl}/guides/onboarding`,
    sign: (claims) => signer.sign(claims, 'at+jwt'),
    keys: () => {
      known ??= keys() as ReturnType<TokenSigner['keys']>;
      known.catch(() => {
        known = undefined;
      });
      return known;
    },
  };
};
