import fc from 'fast-check';
import { absent, optional, required } from './conditions.ts';
import { item, itemAt, type Place, place, places } from './items.ts';
import { type Request, TableName } from './request.ts';

const report = { ReturnConsumedCapacity: 'INDEXES' } as const;
const returned = fc.constantFrom({}, { ReturnValues: 'ALL_OLD' as const });

const put: fc.Arbitrary<Request> = fc.tuple(item, optional, returned).map(([Item, condition, old]) => ({
  operation: 'put',
  input: { TableName, Item, ...condition, ...old, ...report },
}));

const remove: fc.Arbitrary<Request> = fc.tuple(place, optional, returned).map(([Key, condition, old]) => ({
  operation: 'delete',
  input: { TableName, Key, ...condition, ...old, ...report },
}));

type TransactItems = NonNullable<(Request & { operation: 'transact' })['input']['TransactItems']>;
type Action = TransactItems[number];

const actionAt = (at: Place): fc.Arbitrary<Action> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(itemAt(at), optional)
        .map(([Item, condition]) => ({ Put: { TableName, Item, ...condition } })),
    },
    { weight: 1, arbitrary: optional.map((condition) => ({ Delete: { TableName, Key: at, ...condition } })) },
    {
      weight: 1,
      arbitrary: required.map((condition) => ({
        ConditionCheck: { TableName, Key: at, ConditionExpression: '', ...condition },
      })),
    },
    { weight: 1, arbitrary: fc.constant({ ConditionCheck: { TableName, Key: at, ...absent } }) },
  );

/** Three tokens for one tenant, so that one comes back soon, most often with other content. */
const token = fc.constantFrom({}, ...['1', '2', '3'].map((each) => ({ ClientRequestToken: `@-${each}` })));

const transactionOf = (actions: fc.Arbitrary<TransactItems>): fc.Arbitrary<Request> =>
  fc.tuple(actions, token).map(([TransactItems, once]) => ({
    operation: 'transact',
    input: { TransactItems, ...once, ...report },
  }));

const transaction = transactionOf(
  fc
    .uniqueArray(fc.nat(places.length - 1), { minLength: 1, maxLength: 5 })
    .chain((chosen) => fc.tuple(...chosen.map((at) => actionAt(places[at] ?? { pk: '', sk: '' })))),
);

/** Two actions on one item, none at all, one too many. */
const refused = transactionOf(
  fc.oneof(
    place.chain((at) => fc.tuple(actionAt(at), actionAt(at))),
    fc.constant<TransactItems>([]),
    fc.constant(
      Array.from({ length: 101 }, (_, at) => ({ Put: { TableName, Item: { pk: 'T#@#MANY', sk: `${at}` } } })),
    ),
  ),
);

export const write = fc.oneof(
  { weight: 4, arbitrary: put },
  { weight: 2, arbitrary: remove },
  { weight: 6, arbitrary: transaction },
  { weight: 1, arbitrary: refused },
);
