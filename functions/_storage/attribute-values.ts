import { convertToAttr, convertToNative } from '@aws-sdk/util-dynamodb';

type Attribute = Parameters<typeof convertToNative>[0];
/** An attribute on its way from or to JSON, which knows bytes only as base64. */
type Wired = { B?: unknown; BS?: unknown[]; L?: Wired[]; M?: Record<string, Wired> };

const base64 = (bytes: unknown): unknown => {
  if (ArrayBuffer.isView(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  if (bytes instanceof ArrayBuffer) return Buffer.from(bytes).toString('base64');
  throw new TypeError(`Only bytes in memory can be stored as bytes, and not ${Object.prototype.toString.call(bytes)}.`);
};

const bytesOf = (text: unknown): Uint8Array => {
  const { buffer, byteOffset, byteLength } = Buffer.from(String(text), 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
};

/** Changes every value of bytes in an attribute, in place: it has just been made, and nobody else has it. */
const recode = (attribute: Wired, code: (bytes: unknown) => unknown): void => {
  const { B, BS, L, M } = attribute;
  if (B !== undefined) attribute.B = code(B);
  else if (BS !== undefined) attribute.BS = BS.map(code);
  else if (L !== undefined) for (const one of L) recode(one, code);
  else if (M !== undefined) for (const name in M) recode(M[name] as Wired, code);
};

/** A document as DynamoDB reads it. What is undefined at its top is left out; deeper down that is a mistake. */
export const toAttributes = (document: object): object => {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    const attribute = convertToAttr(value);
    recode(attribute as Wired, base64);
    attributes[name] = attribute;
  }
  return attributes;
};

/** A document as DynamoDB wrote it, with bytes as bytes. */
export const fromAttributes = (attributes: object): object => {
  const document: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    recode(attribute, bytesOf);
    document[name] = convertToNative(attribute as Attribute);
  }
  return document;
};

/** Attributes as they are, with bytes as bytes: errors carry items in DynamoDB's own form. */
export const withBytes = <Attributes extends object>(attributes: Attributes): Attributes => {
  for (const attribute of Object.values(attributes)) recode(attribute, bytesOf);
  return attributes;
};
