import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signingHash } from '../../../functions/_kit/signing-hash.ts';
import { GetCommand } from '../../../functions/_storage/commands.ts';
import { addressIn, dynamoDb } from '../../../functions/_storage/dynamodb.ts';
import { type Act, type Asked, answer, refuse, tableServer } from './table-server.ts';

afterEach(() => vi.unstubAllEnvs());

const region = 'eu-central-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const get = new GetCommand({ TableName: 'bindery', Key: { pk: '保单' } });

const asked = async (...script: readonly Act[]) => {
  const { url, requests } = await tableServer(...script);
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', url.href);
  const output = await dynamoDb({ region, credentials: async () => credentials }).send(get);
  return { output, url, requests };
};

/** The signature that the holder of these credentials puts under a request, at the time that it names. */
const signatureOf = async (url: URL, { headers, body }: Asked) => {
  const signer = new SignatureV4({ service: 'dynamodb', region, credentials, sha256: signingHash as never });
  const named = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const time = String(headers['x-amz-date']).replace(/(....)(..)(..T..)(..)(..)Z/, '$1-$2-$3:$4:$5Z');
  // The hash of the body is made anew: the signer would believe the header.
  const kept = named.filter((name) => name !== 'x-amz-content-sha256');
  const signed = Object.fromEntries(kept.map((name) => [name, String(headers[name])]));
  const request = { method: 'POST', protocol: 'http:', hostname: url.hostname, path: '/', headers: signed, body };
  const { headers: own } = await signer.sign(request, { signingDate: new Date(time) });
  return { named, authorization: own['authorization'] };
};

describe('DynamoDB', () => {
  it('is asked under a signature over all that a request means', async () => {
    const { output, url, requests } = await asked(answer({}));
    expect(output).toEqual({});
    const [request] = requests;
    if (request === undefined) throw new Error('Nothing was asked.');
    const { named, authorization } = await signatureOf(url, request);
    expect(named).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']));
    expect(request.headers.authorization).toContain('/eu-central-1/dynamodb/aws4_request');
    expect(request.headers.authorization).toBe(authorization);
    const forged = await signatureOf(url, { ...request, body: request.body.replace('保', '报') });
    expect(forged.authorization).not.toBe(authorization);
  });

  it('is asked again after an error of its own', async () => {
    const { requests } = await asked(refuse('InternalServerError', 500), answer({}));
    expect(requests).toHaveLength(2);
  });

  it('is at its address in the Region, unless the environment says another', () => {
    expect(addressIn('eu-central-1').href).toBe('https://dynamodb.eu-central-1.amazonaws.com/');
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:8000');
    expect(addressIn('eu-central-1').href).toBe('http://127.0.0.1:8000/');
  });
});
