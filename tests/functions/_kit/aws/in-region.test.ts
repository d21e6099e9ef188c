import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { inRegion } from '../../../../functions/_kit/aws/in-region.ts';
import { jsonService } from '../../../../functions/_kit/aws/json-service.ts';
import { signingHash } from '../../../../functions/_kit/signing-hash.ts';
import { type Asked, answer, scriptedServer } from '../../../support/scripted-server.ts';

afterEach(() => vi.unstubAllEnvs());

const region = 'eu-central-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const inName = { region, credentials: async () => credentials };

/** The signature that the holder of these credentials puts under a request, at the time that it names. */
const signatureOf = async (service: string, url: URL, { headers, body }: Asked) => {
  const signer = new SignatureV4({ service, region, credentials, sha256: signingHash as never });
  const named = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const time = String(headers['x-amz-date']).replace(/(....)(..)(..T..)(..)(..)Z/, '$1-$2-$3:$4:$5Z');
  // The hash of the body is made anew: the signer would believe the header.
  const kept = named.filter((name) => name !== 'x-amz-content-sha256');
  const signed = Object.fromEntries(kept.map((name) => [name, String(headers[name])]));
  const request = { method: 'POST', protocol: 'http:', hostname: url.hostname, path: '/', headers: signed, body };
  const { headers: own } = await signer.sign(request, { signingDate: new Date(time) });
  return { named, authorization: own['authorization'] };
};

describe.each([
  ['dynamodb', 'AWS_ENDPOINT_URL_DYNAMODB'],
  ['kms', 'AWS_ENDPOINT_URL_KMS'],
] as const)('%s', (service, variable) => {
  it('is asked under a signature over all that a request means', async () => {
    const { url, requests } = await scriptedServer(answer({}));
    vi.stubEnv(variable, url.href);
    const errorOf = () => new Error('It was refused.');
    const { ask, destroy } = jsonService(inRegion(service, inName), { version: '1.1', target: 'Books', errorOf });
    onTestFinished(destroy);
    expect(await ask('Open', { name: '保单' })).toEqual({});
    const [request] = requests;
    if (request === undefined) throw new Error('Nothing was asked.');
    const { named, authorization } = await signatureOf(service, url, request);
    expect(named).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']));
    expect(request.headers.authorization).toContain(`/eu-central-1/${service}/aws4_request`);
    expect(request.headers.authorization).toBe(authorization);
    const forged = await signatureOf(service, url, { ...request, body: request.body.replace('保', '报') });
    expect(forged.authorization).not.toBe(authorization);
  });

  it('is at its address in the Region, unless the environment says another', () => {
    expect(inRegion(service, inName).url.href).toBe(`https://${service}.eu-central-1.amazonaws.com/`);
    vi.stubEnv(variable, 'http://127.0.0.1:8000');
    expect(inRegion(service, inName).url.href).toBe('http://127.0.0.1:8000/');
  });

  it('is given three attempts of a second to be reached, and two and a half to answer', () => {
    expect(inRegion(service, inName)).toMatchObject({ attempts: 3, patience: { connectMs: 1_000, answerMs: 2_500 } });
  });
});
