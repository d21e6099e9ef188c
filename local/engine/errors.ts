import {
  type AttributeValue,
  type CancellationReason,
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  IdempotentParameterMismatchException,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { Item } from './values.ts';
import { toWireForm } from './wire-form.ts';

/** Real errors of the SDK, so that `instanceof` and `name` hold in the code that catches them. */
const metadata = { httpStatusCode: 400, attempts: 1, totalRetryDelay: 0 };

/** A request that DynamoDB would not even try. */
export const validation = (message: string) =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', message, $metadata: metadata });

export const emptyKey = (name: string) =>
  validation(
    'One or more parameter values are not valid. ' +
      `The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
  );

export const tableNotFound = () =>
  new ResourceNotFoundException({ message: 'Requested resource not found', $metadata: metadata });

const itemIn = (item: Item | undefined): { Item?: Record<string, AttributeValue> } =>
  item === undefined ? {} : { Item: toWireForm(item) };

export const conditionFailed = (item: Item | undefined) =>
  new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata: metadata,
    ...itemIn(item),
  });

/** Why one action of a transaction failed. */
export const failedReason = (item: Item | undefined): CancellationReason => ({
  Code: 'ConditionalCheckFailed',
  Message: 'The conditional request failed',
  ...itemIn(item),
});

export const transactionCanceled = (reasons: CancellationReason[]) =>
  new TransactionCanceledException({
    message:
      'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
      `[${reasons.map(({ Code }) => Code).join(', ')}]`,
    $metadata: metadata,
    CancellationReasons: reasons,
  });

export const tokenMismatch = () =>
  new IdempotentParameterMismatchException({
    message: 'The client request token was used before with other content',
    $metadata: metadata,
  });
