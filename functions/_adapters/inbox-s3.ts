import { sha256Hex } from '../_kit/crypto.ts';
import type { Inbox } from '../_kit/services.ts';
import { type SignedAt, signedRequest } from './signed-request.ts';

export type BucketAddress = {
  readonly bucket: string;
  readonly region: string;
  readonly credentials: SignedAt['credentials'];
  /** Where the bucket is reached; its own address at S3 unless said. */
  readonly endpoint?: string;
};

/** Nothing stands there; something else does (RFC 9110, 15.5.13); or another write of the name is on its way. */
const refusals = [404, 412, 409];
const keyIn = /<Key>([^<]*)<\/Key>/g;

const mustBe = (response: Response, what: string): void => {
  if (!response.ok) throw new Error(`S3 answers ${response.status} to ${what}.`);
};

/**
 * The inbox in S3: conditional writes let nobody write over what he has not read. A version is an ETag. The function
 * that takes payments carries Stripe's client already, so S3 is asked without a client of its own.
 */
export const s3Inbox = ({ bucket, region, credentials, endpoint }: BucketAddress): Inbox => {
  const at = { service: 's3', region, credentials } as const;
  const base = endpoint ?? `https://${bucket}.s3.${region}.amazonaws.com`;
  const ask = (method: 'GET' | 'PUT', url: URL, headers: Readonly<Record<string, string>> = {}, body?: string) =>
    signedRequest(at, {
      ...{ method, url, headers: { ...headers, 'x-amz-content-sha256': sha256Hex(body ?? '') } },
      ...(body !== undefined && { body }),
    });
  return {
    read: async (name) => {
      const response = await ask('GET', new URL(`${base}/${name}`));
      if (response.status === 404) return undefined;
      mustBe(response, `a read of ${name}`);
      const version = response.headers.get('etag');
      if (version === null) throw new Error(`S3 names no version of ${name}.`);
      return { text: await response.text(), version };
    },
    write: async (name, text, over) => {
      const condition: Readonly<Record<string, string>> =
        over === undefined ? { 'if-none-match': '*' } : { 'if-match': over };
      const headers = { 'content-type': 'application/json', ...condition };
      const response = await ask('PUT', new URL(`${base}/${name}`), headers, text);
      if (refusals.includes(response.status)) return undefined;
      mustBe(response, `a write of ${name}`);
      return response.headers.get('etag') ?? undefined;
    },
    names: async (folder, behind, limit) => {
      const url = new URL(`${base}/`);
      const after = behind === '' ? {} : { 'start-after': behind };
      const query = { 'list-type': '2', prefix: folder, 'max-keys': String(limit), ...after };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const response = await ask('GET', url);
      mustBe(response, `a list of ${folder}`);
      return [...(await response.text()).matchAll(keyIn)].map(([, key = '']) => key);
    },
  };
};
