import { isDeepStrictEqual } from 'node:util';
import type { EngineKind } from '../../../local/engine/choose.ts';
import type { Request } from './request.ts';
import type { Told } from './told.ts';

/** A way in which an engine differs from ours. Ours does what DynamoDB's documentation says; theirs is not to mend. */
export type Known = {
  readonly engine: EngineKind;
  readonly what: string;
  readonly reason: string;
  /** Whether the difference between our answer and theirs is this one. */
  readonly explains: (request: Request, ours: Told, theirs: Told) => boolean;
};

const differOnlyInUnits = ({ units: _, ...ours }: Told, { units: __, ...theirs }: Told): boolean =>
  isDeepStrictEqual(ours, theirs);

const refused = 'ValidationException';

/** Ours refuses a transaction that theirs tries, whatever comes of it. */
const isTried = (request: Request, ours: Told, theirs: Told): boolean =>
  request.operation === 'transact' &&
  ours['refused'] === refused &&
  ['undefined', 'TransactionCanceledException'].includes(String(theirs['refused']));

const actionsIn = (request: Request) => (request.operation === 'transact' ? (request.input.TransactItems ?? []) : []);

const boundsAreReversed = (request: Request): boolean =>
  actionsIn(request).some(({ Put, Delete, ConditionCheck }) => {
    const values = (Put ?? Delete ?? ConditionCheck)?.ExpressionAttributeValues;
    return values?.[':low'] > values?.[':high'];
  });

const namesAnItemTwice = (request: Request): boolean => {
  const keys = actionsIn(request).map(({ Put, Delete, ConditionCheck }) => {
    const key = Put?.Item ?? Delete?.Key ?? ConditionCheck?.Key;
    return `${key?.['pk']}\n${key?.['sk']}`;
  });
  return new Set(keys).size < keys.length;
};

const startsAfterAKey = (request: Request): boolean =>
  request.operation === 'query' && request.input.ExclusiveStartKey !== undefined;

/** Whether a page goes on after, or ends with, a key that stands in the condition of the query itself. */
const endsAtItsBound = (request: Request, { LastEvaluatedKey }: Told): boolean => {
  if (request.operation !== 'query') return false;
  const bounds: readonly unknown[] = Object.values(request.input.ExpressionAttributeValues ?? {});
  const keys = [request.input.ExclusiveStartKey ?? {}, Object(LastEvaluatedKey)];
  return keys.some((key) => ['sk', 'LS', 'QS', 'RS'].some((name) => bounds.includes(key[name])));
};

export const known: readonly Known[] = [
  {
    engine: 'native',
    what: 'starts a page after a key outside of the query',
    reason: 'DynamoDB Local refuses it, as ours does; the adapter starts only after a key that it was given.',
    explains: (request, ours) => startsAfterAKey(request) && ours['refused'] === refused,
  },
  {
    engine: 'native',
    what: 'tries a condition in a transaction whose bounds are the wrong way round',
    reason: 'It looks at bounds in single writes only; DynamoDB Local does in both. The adapter has no such condition.',
    explains: (request, ours, theirs) => isTried(request, ours, theirs) && boundsAreReversed(request),
  },
  {
    engine: 'native',
    what: 'looks at the token of a transaction before its form',
    reason:
      'DynamoDB Local counts the actions and reads the conditions first. Either answer means a bug of the caller.',
    explains: (request, ours, theirs) =>
      request.operation === 'transact' &&
      ours['refused'] === refused &&
      theirs['refused'] === 'IdempotentParameterMismatchException',
  },
  {
    engine: 'native',
    what: 'charges the replay of a transaction by the items that it brings',
    reason: 'Ours charges the items that are there, "consumed in reading the item" (reference of TransactWriteItems).',
    explains: (request, ours, theirs) =>
      request.operation === 'transact' &&
      request.input.ClientRequestToken !== undefined &&
      differOnlyInUnits(ours, theirs),
  },
  {
    engine: 'dynamodb-local',
    what: 'tries the conditions of a transaction that names an item twice',
    reason:
      'It refuses the second write, and never a check; the reference and the native engine refuse any two actions.',
    explains: (request, ours, theirs) => isTried(request, ours, theirs) && namesAnItemTwice(request),
  },
  {
    engine: 'dynamodb-local',
    what: 'has no page after the last key of a range that includes it',
    reason: 'The native engine says "more" there and answers with an empty page. The adapter asks for open ends only.',
    explains: (request, { LastEvaluatedKey, ...ours }, theirs) =>
      endsAtItsBound(request, { LastEvaluatedKey }) &&
      (isDeepStrictEqual(ours, theirs) || (ours['Count'] === 0 && theirs['refused'] === refused)),
  },
  {
    engine: 'dynamodb-local',
    what: 'charges nothing for reading what is not there',
    reason: 'DynamoDB charges the least that a read costs (developer guide, "read and write operations").',
    explains: (request, ours, theirs) =>
      ['batch', 'query'].includes(request.operation) && differOnlyInUnits(ours, theirs),
  },
  {
    engine: 'dynamodb-local',
    what: 'counts the units of a transaction otherwise',
    reason: 'It doubles those of the indexes too, and does not tell written ones from read ones, as the native does.',
    explains: (request, ours, theirs) => request.operation === 'transact' && differOnlyInUnits(ours, theirs),
  },
];
