import type { CancellationReason as Reason } from '@aws-sdk/client-dynamodb';
import { type Refusal, ServiceError } from '../_kit/aws/service-error.ts';
import { withBytes } from './attribute-values.ts';

type Told = { readonly Item?: object; readonly CancellationReasons?: readonly Reason[] };
type Details = Told & { readonly status: number };

/** What DynamoDB refuses. Items stay in DynamoDB's own form, as the SDK leaves them. */
export class TableError extends ServiceError {
  declare readonly Item?: object;
  declare readonly CancellationReasons?: readonly Reason[];
  constructor(name: string, message: string, { status, ...details }: Details) {
    super(name, message, status);
    Object.assign(this, details);
  }
}

const readable = (reason: Reason): Reason =>
  reason.Item === undefined ? reason : { ...reason, Item: withBytes(reason.Item) };

/** A refusal of DynamoDB's may say which item is in the way, and what in a transaction failed. */
export const tableErrorOf = ({ name, message, status, body }: Refusal): TableError => {
  const { Item, CancellationReasons }: Told = body;
  return new TableError(name, message, {
    status,
    ...(Item !== undefined && { Item: withBytes(Item) }),
    ...(CancellationReasons !== undefined && { CancellationReasons: CancellationReasons.map(readable) }),
  });
};
