import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bucket } from './bucket.ts';
import { tenant } from './tenant.ts';

/**
 * Everything outside of a function but the table, as a process of its own, so that its work is on nobody's account: the
 * issuer's keys and its list of what was revoked, the secrets extension, KMS, EventBridge, S3, SES and Secrets Manager.
 * The key that the issuer publishes is the one argument; the address is what it writes.
 */
const publicKey = JSON.parse(process.argv[2] ?? '{}');
/** Every secret in one: the keys of offers, and what the provider signs with for the shop. */
const secret = JSON.stringify({
  ...{ current: 'k1', k1: 'a secret of thirty-two characters' },
  [tenant]: ['whsec_of_the_shop'],
});

const signing = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

type Asked = Readonly<Record<string, unknown>>;

/** KMS here wraps a key by not wrapping it: what is measured is the way there and back. */
const targets: Readonly<Record<string, (asked: Asked) => object>> = {
  'TrentService.Encrypt': ({ Plaintext }) => ({ CiphertextBlob: Plaintext, KeyId: 'master' }),
  'TrentService.Decrypt': ({ CiphertextBlob }) => ({ Plaintext: CiphertextBlob, KeyId: 'master' }),
  'TrentService.GetPublicKey': () => ({ PublicKey: signing.publicKey.toString('base64') }),
  // Nobody here looks into the signature: it is of the digest, and not of what was digested.
  'TrentService.Sign': ({ Message }) => ({
    Signature: sign('sha256', Buffer.from(String(Message), 'base64'), signing.privateKey).toString('base64'),
  }),
  'secretsmanager.DescribeSecret': ({ SecretId: ARN }) => ({
    ARN,
    RotationEnabled: true,
    VersionIdsToStages: { 'version-1': ['AWSCURRENT'] },
  }),
  'AWSEvents.PutEvents': () => ({ FailedEntryCount: 0, Entries: [{ EventId: 'an-event' }] }),
};

const pages: Readonly<Record<string, object>> = {
  '/.well-known/jwks.json': { keys: [publicKey] },
  '/.well-known/revoked-credentials': { revoked: [] },
  '/v2/email/outbound-emails': { MessageId: 'a-mail' },
  '/secretsmanager/get': { SecretString: secret },
};

const files = bucket();

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
};

const server = createServer(async (request, response) => {
  const text = await textOf(request);
  const target = targets[String(request.headers['x-amz-target'])];
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/archive/')) {
    const { status, text: told } = request.method === 'PUT' ? files.put(pathname, text) : files.get(pathname);
    response.writeHead(status, { 'content-type': 'application/xml' }).end(told);
    return;
  }
  const answer = target === undefined ? pages[pathname] : target(JSON.parse(text));
  response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer ?? { message: `Nobody here answers ${pathname}.` }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
// Whoever started it ends it by going away.
process.stdin.resume().once('end', () => process.exit(0));
