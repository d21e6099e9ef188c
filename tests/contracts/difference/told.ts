import type { DynamoClient } from '../../../local/engine/client.ts';
import { type Request, send, TableName } from './request.ts';

/** What a caller can tell from an answer or an error, in one form for all engines. */
export type Told = { readonly [name: string]: unknown };

type Keyed = { readonly pk?: unknown; readonly sk?: unknown };
const placeOf = ({ pk, sk }: Keyed): string => `${pk}\n${sk}`;

/** A batch promises no order. */
const sorted = (items: unknown): unknown =>
  Array.isArray(items)
    ? items.toSorted((left: Keyed, right: Keyed) => (placeOf(left) < placeOf(right) ? -1 : 1))
    : items;

/** `bytes 0102`; of many bytes the last, and how many. */
const hexOf = (value: Uint8Array): string =>
  `bytes ${Buffer.from(value.subarray(-8)).toString('hex')}${value.length > 8 ? ` of ${value.length}` : ''}`;

const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return hexOf(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  // Errors carry numbers as text, and DynamoDB Local writes those inside of lists with an exponent: 1e-7 is 0.0000001.
  if (entries.length === 1 && typeof Object(value).N === 'string') return { N: Number(Object(value).N) };
  return Object.fromEntries(entries.map(([name, each]) => [name, plain(each)]));
};

type Answer = {
  readonly Responses?: Readonly<Record<string, unknown>>;
  readonly ConsumedCapacity?: unknown;
  readonly UnprocessedKeys?: unknown;
  readonly ItemCollectionMetrics?: unknown;
  readonly $metadata?: unknown;
};
const unitsOf = (capacity: unknown): unknown =>
  [capacity].flat().map((each) => ({ ...Object(each), TableName: undefined }));

export const told = async (client: DynamoClient, request: Request): Promise<Told> => {
  try {
    const {
      $metadata: _,
      Responses,
      ConsumedCapacity,
      UnprocessedKeys: __,
      ...rest
    }: Answer = await send(client, request);
    return plain({ ...rest, found: sorted(Responses?.[TableName]), units: unitsOf(ConsumedCapacity) }) as Told;
  } catch (error) {
    const { name, Item, CancellationReasons } = Object(error);
    const reasons = CancellationReasons?.map((reason: { Code: string; Item?: unknown }) => [reason.Code, reason.Item]);
    return plain({ refused: name, Item, reasons }) as Told;
  }
};
