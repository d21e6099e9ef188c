import { describe, expect, it, onTestFinished } from 'vitest';
import { type Kms, kmsClient } from '../../../functions/_adapters/kms-client.ts';
import { ServiceError } from '../../../functions/_kit/aws/service-error.ts';
import { type Act, answer, refuse, scriptedServer } from '../../support/scripted-server.ts';
import { serviceAt } from '../../support/service-at.ts';

const kmsAt = (url: URL): Kms => {
  const client = kmsClient(serviceAt(url));
  onTestFinished(client.destroy);
  return client;
};

const key = 'arn:aws:kms:eu-central-1:123456789012:key/master';
const context = { context: '保单 cus_1' };
// By RFC 4648 §4: 00 ff fe is `AP/+`, fb ef is `++8=`; base64url would write `_` and `-`.
const asked = Uint8Array.from([0x00, 0xff, 0xfe]);
const answered = Uint8Array.from([0xfb, 0xef]);

type Case = readonly [operation: string, ask: (kms: Kms) => Promise<Uint8Array>, body: object, blob: string];
const operations: readonly Case[] = [
  [
    'Encrypt',
    (kms) => kms.encrypt(key, asked, context),
    { KeyId: key, Plaintext: 'AP/+', EncryptionContext: context },
    'CiphertextBlob',
  ],
  [
    'Decrypt',
    (kms) => kms.decrypt(key, asked, context),
    { KeyId: key, CiphertextBlob: 'AP/+', EncryptionContext: context },
    'Plaintext',
  ],
  [
    'Sign',
    (kms) => kms.sign(key, asked),
    { KeyId: key, Message: 'AP/+', MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' },
    'Signature',
  ],
  ['GetPublicKey', (kms) => kms.publicKey(key), { KeyId: key }, 'PublicKey'],
];

describe.each(operations)('%s', (operation, ask, body, blob) => {
  it('is asked for by its name, and reads and writes blobs as base64', async () => {
    const { url, requests } = await scriptedServer(answer({ KeyId: key, [blob]: '++8=' }));
    expect(Uint8Array.from(await ask(kmsAt(url)))).toEqual(answered);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers).toMatchObject({
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `TrentService.${operation}`,
    });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual(body);
  });

  it('says what KMS left out', async () => {
    const { url } = await scriptedServer(answer({ KeyId: key }));
    await expect(ask(kmsAt(url))).rejects.toThrow(`KMS answered no ${blob}.`);
  });
});

const outcomeOf = async (...script: readonly Act[]) => {
  const { url, requests } = await scriptedServer(...script);
  const outcome = await kmsAt(url)
    .decrypt(key, asked, context)
    .then((bytes) => Buffer.from(bytes).toString('hex'))
    .catch((error: unknown) => error);
  return { outcome, attempts: requests.length, bodies: new Set(requests.map(({ body }) => body)).size };
};
const opened = answer({ Plaintext: '++8=' });

describe('the client of KMS', () => {
  const passing = [
    ['an internal error', refuse('KMSInternalException', 500)],
    ['something behind it that is late', refuse('DependencyTimeoutException', 503)],
    ['a throttle', refuse('ThrottlingException')],
    ['words of a proxy', (response) => response.writeHead(502).end('<html>busy</html>')],
    ['a connection that is reset', (_response, socket) => socket.resetAndDestroy()],
    ['silence', () => undefined],
  ] as const satisfies readonly (readonly [string, Act])[];

  it.each(passing)('asks again after %s, with the same bytes', async (_what, act) => {
    expect(await outcomeOf(act, act, opened)).toEqual({ outcome: 'fbef', attempts: 3, bodies: 1 });
  });

  it.each(passing)('gives %s up after the third time', async (_what, act) => {
    const { outcome, attempts } = await outcomeOf(act, act, act, opened);
    expect([outcome, attempts]).toEqual([expect.any(Error), 3]);
  });

  it.each([
    'AccessDeniedException',
    'DisabledException',
    'InvalidCiphertextException',
    'KMSInvalidStateException',
    'NotFoundException',
  ])('asks only once where KMS says %s, and passes its name on', async (name) => {
    const { outcome, attempts } = await outcomeOf(refuse(name), opened);
    expect(outcome).toBeInstanceOf(ServiceError);
    expect(outcome).toMatchObject({ name, message: `${name}!`, $metadata: { httpStatusCode: 400 } });
    expect(attempts).toBe(1);
  });

  it('reads a name that comes without its namespace, as KMS writes it', async () => {
    const { outcome } = await outcomeOf(answer({ __type: 'NotFoundException', Message: 'no such key' }, 400));
    expect(outcome).toMatchObject({ name: 'NotFoundException', message: 'no such key' });
  });

  it('gives a server that says nothing up in time, and says that it did', async () => {
    const begun = performance.now();
    const { outcome, attempts } = await outcomeOf(() => undefined);
    expect(outcome).toMatchObject({ name: 'TimeoutError' });
    expect(attempts).toBe(3);
    // Three times a tenth of a second, and nothing like the minutes of a socket.
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
