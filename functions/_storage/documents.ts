import { fromAttributes, toAttributes } from './attribute-values.ts';

/** Where documents stand in a request or an answer: under names, or in `each` of a list or a map. */
type Place = 'document' | { readonly each: Place } | { readonly in: Readonly<Record<string, Place>> };

const valued = { ExpressionAttributeValues: 'document' } as const;
const written = { in: { Item: 'document', ...valued } } as const;
const keyed = { in: { Key: 'document', ...valued } } as const;
const keys = { each: { in: { Keys: { each: 'document' } } } } as const;
const collections = { in: { ItemCollectionKey: 'document' } } as const;
const changed = { in: { Attributes: 'document', ItemCollectionMetrics: collections } } as const;

const places: Readonly<Record<string, { readonly asked: Place; readonly answered: Place }>> = {
  GetItem: { asked: keyed, answered: { in: { Item: 'document' } } },
  BatchGetItem: {
    asked: { in: { RequestItems: keys } },
    answered: { in: { Responses: { each: { each: 'document' } }, UnprocessedKeys: keys } },
  },
  Query: {
    asked: { in: { ExclusiveStartKey: 'document', ...valued } },
    answered: { in: { Items: { each: 'document' }, LastEvaluatedKey: 'document' } },
  },
  PutItem: { asked: written, answered: changed },
  DeleteItem: { asked: keyed, answered: changed },
  TransactWriteItems: {
    asked: {
      in: { TransactItems: { each: { in: { Put: written, Update: keyed, Delete: keyed, ConditionCheck: keyed } } } },
    },
    answered: { in: { ItemCollectionMetrics: { each: { each: collections } } } },
  },
};

type Change = (document: object) => object;

const changedAt = (value: unknown, place: Place, change: Change): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (place === 'document') return change(value);
  if ('in' in place) {
    const copy: Record<string, unknown> = { ...value };
    for (const name in place.in) {
      const inner = place.in[name];
      if (inner !== undefined && copy[name] !== undefined) copy[name] = changedAt(copy[name], inner, change);
    }
    return copy;
  }
  if (Array.isArray(value)) return value.map((one) => changedAt(one, place.each, change));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changedAt(one, place.each, change)]));
};

/** A request as DynamoDB reads it. An operation that is not listed carries no documents. */
export const asked = (operation: string, input: object): object => {
  const place = places[operation]?.asked;
  return place === undefined ? input : (changedAt(input, place, toAttributes) as object);
};

/** An answer with its documents as plain values. */
export const answered = (operation: string, output: object): object => {
  const place = places[operation]?.answered;
  return place === undefined ? output : (changedAt(output, place, fromAttributes) as object);
};
