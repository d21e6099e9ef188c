import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Everything outside of a function but the table, as a process of its own, so that its work is on nobody's account: the
 * issuer's keys and its list of what was revoked, the secrets extension, KMS and EventBridge. The key that the issuer
 * publishes is the one argument; the address is what it writes.
 */
const publicKey = JSON.parse(process.argv[2] ?? '{}');
const offerKeys = JSON.stringify({ current: 'k1', k1: 'a secret of thirty-two characters' });

type Asked = Readonly<Record<string, unknown>>;

/** KMS here wraps a key by not wrapping it: what is measured is the way there and back. */
const targets: Readonly<Record<string, (asked: Asked) => object>> = {
  'TrentService.Encrypt': ({ Plaintext }) => ({ CiphertextBlob: Plaintext, KeyId: 'master' }),
  'TrentService.Decrypt': ({ CiphertextBlob }) => ({ Plaintext: CiphertextBlob, KeyId: 'master' }),
  'AWSEvents.PutEvents': () => ({ FailedEntryCount: 0, Entries: [{ EventId: 'an-event' }] }),
};

const pages: Readonly<Record<string, object>> = {
  '/.well-known/jwks.json': { keys: [publicKey] },
  '/.well-known/revoked-credentials': { revoked: [] },
  '/secretsmanager/get': { SecretString: offerKeys },
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
};

const server = createServer(async (request, response) => {
  const text = await textOf(request);
  const target = targets[String(request.headers['x-amz-target'])];
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const answer = target === undefined ? pages[pathname] : target(JSON.parse(text));
  response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer ?? { message: `Nobody here answers ${pathname}.` }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
// Whoever started it ends it by going away.
process.stdin.resume().once('end', () => process.exit(0));
