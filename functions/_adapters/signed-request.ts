import { SignatureV4 } from '@smithy/signature-v4';
import { signingHash } from '../_kit/signing-hash.ts';

type Signing = ConstructorParameters<typeof SignatureV4>[0];

/** Where a service of AWS is, and in whose name it is asked. */
export type SignedAt = {
  readonly service: 'events' | 's3';
  readonly region: string;
  readonly credentials: Signing['credentials'];
};
type Wanted = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

const patienceMs = 5_000;
const sha256 = signingHash as Signing['sha256'];

/** Asks a service of AWS over HTTPS, signed (Signature Version 4), without the weight of its SDK client. */
export const signedRequest = async (at: SignedAt, { method, url, headers = {}, body }: Wanted): Promise<Response> => {
  // S3 signs a path as it is, and a hash of the body in a header; every other service escapes once more.
  const signer = new SignatureV4({ ...at, sha256, uriEscapePath: at.service !== 's3' });
  const signed = await signer.sign({
    ...{ method, protocol: url.protocol, hostname: url.hostname, path: url.pathname },
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, ...headers },
    ...(body !== undefined && { body }),
  });
  return fetch(url, {
    ...{ method, headers: signed.headers, signal: AbortSignal.timeout(patienceMs) },
    ...(body !== undefined && { body }),
  });
};
