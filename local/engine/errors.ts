import type { AttributeValue, CancellationReason } from '@aws-sdk/client-dynamodb';
import { TableError } from '../../functions/_storage/table-error.ts';
import type { Item } from './values.ts';
import { toWireForm } from './wire-form.ts';

/** The errors of the client itself: every refusal of these is answered with status 400. */
const refusal = (
  name: string,
  message: string,
  more: { Item?: Record<string, AttributeValue>; CancellationReasons?: CancellationReason[] } = {},
) => new TableError(name, message, { status: 400, ...more });

/** A request that DynamoDB would not even try. */
export const validation = (message: string) => refusal('ValidationException', message);

export const emptyKey = (name: string) =>
  validation(
    'One or more parameter values are not valid. ' +
      `The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
  );

export const tableNotFound = () => refusal('ResourceNotFoundException', 'Requested resource not found');

const itemIn = (item: Item | undefined): { readonly Item?: Record<string, AttributeValue> } =>
  item === undefined ? {} : { Item: toWireForm(item) };

const unmet = 'The conditional request failed';
export const conditionFailed = (item: Item | undefined) =>
  refusal('ConditionalCheckFailedException', unmet, itemIn(item));

/** Why one action of a transaction failed. */
export const failedReason = (item: Item | undefined): CancellationReason => ({
  Code: 'ConditionalCheckFailed',
  Message: unmet,
  ...itemIn(item),
});

export const transactionCanceled = (CancellationReasons: CancellationReason[]) =>
  refusal(
    'TransactionCanceledException',
    'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
      `[${CancellationReasons.map(({ Code }) => Code).join(', ')}]`,
    { CancellationReasons },
  );

export const tokenMismatch = () =>
  refusal('IdempotentParameterMismatchException', 'The client request token was used before with other content');
