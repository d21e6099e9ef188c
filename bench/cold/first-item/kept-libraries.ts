import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import { type Asked, contentType, endpoint, send, target } from './over-http.ts';

/** Two libraries of the SDK without the SDK: its signature and its marshaller, over Node's own HTTP. */
const { createHash, createHmac } = process.getBuiltinModule('node:crypto');

const variable = (name: string): string => process.env[name] ?? '';

/** SHA-256 as the signature wants it. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash>;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : (createHmac('sha256', secret as Uint8Array) as unknown as ReturnType<typeof createHash>);
  }
  update(text: string | Uint8Array): void {
    this.#hash.update(text);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

const signer = new SignatureV4({
  service: 'dynamodb',
  region: variable('AWS_REGION'),
  credentials: {
    accessKeyId: variable('AWS_ACCESS_KEY_ID'),
    secretAccessKey: variable('AWS_SECRET_ACCESS_KEY'),
    sessionToken: variable('AWS_SESSION_TOKEN'),
  },
  sha256: Sha256 as unknown as ConstructorParameters<typeof SignatureV4>[0]['sha256'],
});

export const handler = async ({ table, key }: Asked) => {
  const body = JSON.stringify({ TableName: table, Key: marshall(key) });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: endpoint.protocol,
    hostname: endpoint.hostname,
    path: '/',
    headers: { host: endpoint.host, 'content-type': contentType, 'x-amz-target': target },
    body,
  });
  const { Item } = JSON.parse(await send(body, headers), (name, value) =>
    name === 'B' ? Buffer.from(value, 'base64') : value,
  );
  return { Item: unmarshall(Item) };
};
