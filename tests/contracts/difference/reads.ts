import fc from 'fast-check';
import { indexes, instant, place, places, version } from './items.ts';
import { type Request, TableName } from './request.ts';

const report = { ReturnConsumedCapacity: 'INDEXES' } as const;
const consistent = fc.constantFrom({}, { ConsistentRead: true }, { ConsistentRead: false });

const get: fc.Arbitrary<Request> = fc
  .tuple(place, consistent)
  .map(([Key, how]) => ({ operation: 'get', input: { TableName, Key, ...how, ...report } }));

const keys = fc.oneof(
  { weight: 6, arbitrary: fc.subarray([...places], { minLength: 1 }) },
  // The same key twice is refused.
  { weight: 1, arbitrary: place.map((at) => [at, at]) },
);
const batch: fc.Arbitrary<Request> = fc.tuple(keys, consistent).map(([Keys, how]) => ({
  operation: 'batch',
  input: { RequestItems: { [TableName]: { Keys, ...how } }, ...report },
}));

const paged = fc.record(
  { ScanIndexForward: fc.boolean(), Limit: fc.integer({ min: 1, max: 4 }) },
  { requiredKeys: [] },
);

/** A condition on a sort key with the values it needs; `between` may be the wrong way round, which is refused. */
type Range = { readonly clause: string; readonly values: Record<string, unknown> };
const rangeOf = (bound: fc.Arbitrary<string>): fc.Arbitrary<Range> =>
  fc.oneof(
    fc.constant({ clause: '', values: {} }),
    fc
      .tuple(fc.constantFrom('<', '<=', '>', '>=', '='), bound)
      .map(([by, after]) => ({ clause: ` AND #sk ${by} :after`, values: { ':after': after } })),
    fc.tuple(bound, bound).map(([from, last]) => ({
      clause: ' AND #sk BETWEEN :from AND :last',
      values: { ':from': from, ':last': last },
    })),
    bound.map((prefix) => ({ clause: ' AND begins_with(#sk, :prefix)', values: { ':prefix': prefix } })),
  );

const asked = (names: { readonly pk: string; readonly sk: string }, pk: string, { clause, values }: Range) => ({
  KeyConditionExpression: `#pk = :pk${clause}`,
  ExpressionAttributeNames: { '#pk': names.pk, ...(clause !== '' && { '#sk': names.sk }) },
  ExpressionAttributeValues: { ':pk': pk, ...values },
});

const sortKey = fc.constantFrom(
  ...places.map(({ sk }) => sk),
  'OP#',
  'OP#9999999999',
  '2026-11-23T08:00:00.000Z$',
  '~',
);
const filter = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: version });

const tableQuery: fc.Arbitrary<Request> = fc
  .tuple(place, rangeOf(sortKey), paged, fc.tuple(consistent, filter))
  .map(([{ pk }, range, page, [how, least]]) => {
    const { ExpressionAttributeValues, ...rest } = asked({ pk: 'pk', sk: 'sk' }, pk, range);
    const filtered = least === undefined ? {} : { FilterExpression: 'v > :least' };
    const values = { ...ExpressionAttributeValues, ...(least !== undefined && { ':least': least }) };
    const input = { TableName, ...rest, ...filtered, ExpressionAttributeValues: values, ...page, ...how, ...report };
    return { operation: 'query', input };
  });

const indexBound = fc
  .tuple(instant, fc.constantFrom('', '#', ...places.map(({ pk, sk }) => `#${pk}#${sk}`)))
  .map(([at, name]) => `${at}${name}`);
const indexQuery: fc.Arbitrary<Request> = fc
  .tuple(fc.constantFrom(...indexes), rangeOf(indexBound), paged)
  .map(([index, range, page]) => ({
    operation: 'query',
    input: {
      TableName,
      IndexName: index.IndexName,
      ...asked(index, index.partition, range),
      ...page,
      ...report,
    },
  }));

/** A page after a key that nobody was given: outside of the range it is refused, inside it need not exist. */
const startAnywhere: fc.Arbitrary<Request> = fc
  .tuple(tableQuery, place)
  .map(([request, ExclusiveStartKey]) =>
    request.operation === 'query' ? { ...request, input: { ...request.input, ExclusiveStartKey } } : request,
  );

/** What is asked for after the very last key of a range that includes it. */
const startAtTheEnd: fc.Arbitrary<Request> = place.map(({ pk, sk }) => {
  const range = asked({ pk: 'pk', sk: 'sk' }, pk, { clause: ' AND #sk <= :after', values: { ':after': sk } });
  return { operation: 'query', input: { TableName, ...range, ExclusiveStartKey: { pk, sk } } };
});

const byPk = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'T#@#POL#p1' } };
/** Requests that are refused before anything is read. */
const refused: fc.Arbitrary<Request> = fc.constantFrom<Request>(
  { operation: 'get', input: { TableName, Key: { pk: 'T#@#POL#p1' } } },
  { operation: 'get', input: { TableName, Key: { pk: 'T#@#POL#p1', sk: '' } } },
  { operation: 'query', input: { TableName, ...byPk, Limit: 0 } },
  { operation: 'query', input: { TableName, ...byPk, FilterExpression: 'sk > :pk' } },
  { operation: 'query', input: { TableName, ...byPk, IndexName: 'nothing' } },
  {
    operation: 'query',
    input: {
      TableName,
      IndexName: 'listing',
      KeyConditionExpression: 'L = :pk',
      ExpressionAttributeValues: { ':pk': 'T#@#LIST#policy#0' },
      ConsistentRead: true,
    },
  },
);

export const read = fc.oneof(
  { weight: 2, arbitrary: get },
  { weight: 3, arbitrary: batch },
  { weight: 5, arbitrary: tableQuery },
  { weight: 6, arbitrary: indexQuery },
  { weight: 1, arbitrary: fc.oneof(startAnywhere, startAtTheEnd) },
  { weight: 1, arbitrary: refused },
);
