import { type Asked, contentType, endpoint, send, target } from './over-http.ts';

/**
 * The least that a signed GetItem takes (Signature Version 4): it is no client, for it neither retries nor gives up,
 * and stands here to show how far down one can go.
 */
const { createHmac, hash } = process.getBuiltinModule('node:crypto');

const variable = (name: string): string => process.env[name] ?? '';
const region = variable('AWS_REGION');
const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const signingKey = (day: string): Buffer =>
  ['dynamodb', 'aws4_request'].reduce<Buffer>(mac, mac(mac(`AWS4${variable('AWS_SECRET_ACCESS_KEY')}`, day), region));

const signed = (body: string): Record<string, string> => {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const headers: Record<string, string> = {
    'content-type': contentType,
    host: endpoint.host,
    'x-amz-date': time,
    'x-amz-security-token': variable('AWS_SESSION_TOKEN'),
    'x-amz-target': target,
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = `POST\n/\n\n${lines.join('')}\n${names}\n${hash('sha256', body)}`;
  const scope = `${day}/${region}/dynamodb/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash('sha256', canonical)}`;
  const signature = mac(signingKey(day), text).toString('hex');
  const credential = `${variable('AWS_ACCESS_KEY_ID')}/${scope}`;
  headers['authorization'] =
    `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  return headers;
};

type Attribute = Readonly<Record<string, unknown>>;
const plainIn = (attribute: Attribute): unknown => {
  const [[type, value] = []] = Object.entries(attribute);
  switch (type) {
    case 'N':
      return Number(value);
    case 'B':
      return Buffer.from(String(value), 'base64');
    case 'L':
      return (value as Attribute[]).map(plainIn);
    case 'M':
      return itemIn(value as Record<string, Attribute>);
    default:
      return value;
  }
};
const itemIn = (item: Readonly<Record<string, Attribute>>): object =>
  Object.fromEntries(Object.entries(item).map(([name, attribute]) => [name, plainIn(attribute)]));

export const handler = async ({ table, key }: Asked) => {
  const Key = Object.fromEntries(Object.entries(key).map(([name, S]) => [name, { S }]));
  const body = JSON.stringify({ TableName: table, Key });
  const { Item } = JSON.parse(await send(body, signed(body)));
  return { Item: itemIn(Item) };
};
