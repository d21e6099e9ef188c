import fc from 'fast-check';

/** Names of attributes, also such as DynamoDB's own form uses. The SDK loses what is named `__proto__`. */
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }).filter((text) => text !== '__proto__'),
  fc.constantFrom('B', 'BS', 'L', 'M', 'S', 'N', 'Item', 'Keys'),
);
const bytes = fc.uint8Array({ maxLength: 8 });
const double = fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 });
const large = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const several = <T>(arbitrary: fc.Arbitrary<T>) => fc.uniqueArray(arbitrary, { minLength: 1, maxLength: 3 });

/** A document as we write it. */
export const { document } = fc.letrec<{ value: unknown; document: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.oneof(fc.maxSafeInteger(), double),
    fc.boolean(),
    fc.constant(null),
    bytes,
    bytes.map((all) => Buffer.from(all)),
    large,
    several(fc.string()).map((all) => new Set(all)),
    several(fc.integer()).map((all) => new Set(all)),
    several(bytes).map((all) => new Set(all)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
  // What is undefined at the top of a document is left out.
  document: fc.dictionary(
    name,
    fc.oneof({ weight: 9, arbitrary: tie('value') }, { weight: 1, arbitrary: fc.constant(undefined) }),
    {
      maxKeys: 5,
    },
  ),
}));

const number = fc.oneof(fc.maxSafeInteger(), double, large).map(String);
const base64 = bytes.map((all) => Buffer.from(all).toString('base64'));

/** A document as DynamoDB answers it. */
export const { attributes } = fc.letrec<{ attribute: object; attributes: Record<string, object> }>((tie) => ({
  attribute: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }).map((S) => ({ S })),
    number.map((N) => ({ N })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant({ NULL: true }),
    base64.map((B) => ({ B })),
    several(fc.string()).map((SS) => ({ SS })),
    several(number).map((NS) => ({ NS })),
    several(base64).map((BS) => ({ BS })),
    fc.array(tie('attribute'), { maxLength: 3 }).map((L) => ({ L })),
    tie('attributes').map((M) => ({ M })),
  ),
  attributes: fc.dictionary(name, tie('attribute'), { maxKeys: 4 }),
}));

const TableName = 'bindery';
const capacity = { ReturnConsumedCapacity: 'TOTAL' };
const valued = document.map((ExpressionAttributeValues) => ({
  ...{ TableName, ExpressionAttributeValues, ExpressionAttributeNames: { '#a': 'a' } },
}));
const conditional = valued.map((more) => ({ ...more, ConditionExpression: '#a = :a' }));
const put = fc.tuple(document, conditional).map(([Item, more]) => ({ ...more, Item }));
const keyed = fc.tuple(document, conditional).map(([Key, more]) => ({ ...more, Key }));
const keys = fc.dictionary(
  name,
  fc.record({ Keys: fc.array(document, { maxLength: 3 }), ConsistentRead: fc.boolean() }),
  { maxKeys: 2 },
);
const action = fc.oneof(
  put.map((Put) => ({ Put })),
  keyed.map((Delete) => ({ Delete })),
  keyed.map((ConditionCheck) => ({ ConditionCheck })),
  keyed.map((Update) => ({ Update: { ...Update, UpdateExpression: 'SET #a = :a' } })),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const units = fc.constantFrom({ TableName, CapacityUnits: 1.5 }, undefined);
const changed = fc.record({
  Attributes: maybe(attributes),
  ConsumedCapacity: units,
  ItemCollectionMetrics: maybe(fc.record({ ItemCollectionKey: attributes, SizeEstimateRangeGB: fc.constant([0, 1]) })),
});

/** What each operation can be asked and can answer. */
export const operations = {
  Get: {
    request: document.map((Key) => ({ TableName, Key, ConsistentRead: true, ...capacity })),
    response: fc.record({ Item: maybe(attributes), ConsumedCapacity: units }),
  },
  BatchGet: {
    request: keys.map((RequestItems) => ({ RequestItems, ...capacity })),
    response: fc.record({
      Responses: fc.dictionary(name, fc.array(attributes, { maxLength: 2 }), { maxKeys: 2 }),
      UnprocessedKeys: fc.dictionary(name, fc.record({ Keys: fc.array(attributes, { maxLength: 2 }) }), { maxKeys: 2 }),
      ConsumedCapacity: fc.constant([{ TableName, CapacityUnits: 2 }]),
    }),
  },
  Query: {
    request: fc.tuple(valued, maybe(document)).map(([more, ExclusiveStartKey]) => ({
      ...{ ...more, ExclusiveStartKey, KeyConditionExpression: '#a = :a', IndexName: 'listing', Limit: 5 },
      ...{ ScanIndexForward: false, ...capacity },
    })),
    response: fc.record({
      ...{ Items: fc.array(attributes, { maxLength: 3 }), Count: fc.nat(), ScannedCount: fc.nat() },
      ...{ LastEvaluatedKey: maybe(attributes), ConsumedCapacity: units },
    }),
  },
  Put: { request: put.map((input) => ({ ...input, ReturnValues: 'ALL_OLD', ...capacity })), response: changed },
  Delete: { request: keyed.map((input) => ({ ...input, ReturnValues: 'ALL_OLD' })), response: changed },
  TransactWrite: {
    request: fc
      .array(action, { maxLength: 3 })
      .map((TransactItems) => ({ TransactItems, ClientRequestToken: 'token', ...capacity })),
    response: fc.record({
      ConsumedCapacity: fc.constant([{ TableName, CapacityUnits: 4, WriteCapacityUnits: 4 }]),
      ItemCollectionMetrics: maybe(
        fc.dictionary(name, fc.array(fc.record({ ItemCollectionKey: attributes }), { maxLength: 2 }), { maxKeys: 2 }),
      ),
    }),
  },
} as const satisfies Readonly<Record<string, { request: fc.Arbitrary<object>; response: fc.Arbitrary<object> }>>;
