import type { CancellationReason as Reason } from '@aws-sdk/client-dynamodb';
import { withBytes } from './attribute-values.ts';

type Details = { readonly status: number; readonly Item?: object; readonly CancellationReasons?: readonly Reason[] };

/**
 * What DynamoDB refuses, by the name that its protocol gives it. Items stay in DynamoDB's own form, as the SDK leaves
 * them. `$metadata` is where the SDK's rules of trying again look for the status.
 */
export class TableError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  declare readonly Item?: object;
  declare readonly CancellationReasons?: readonly Reason[];
  constructor(name: string, message: string, { status, ...details }: Details) {
    super(message);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
    Object.assign(this, details);
  }
}

type Body = {
  readonly __type?: string;
  readonly message?: string;
  readonly Message?: string;
  readonly Item?: object;
  readonly CancellationReasons?: readonly Reason[];
};

const bodyOf = (text: string): Body => {
  try {
    return Object(JSON.parse(text));
  } catch {
    // A proxy on the way answers in its own words.
    return { __type: 'UnknownError', message: text.slice(0, 200) };
  }
};

const readable = (reason: Reason): Reason =>
  reason.Item === undefined ? reason : { ...reason, Item: withBytes(reason.Item) };

/** The refusal in an answer: `com.amazonaws.dynamodb.v20120810#ThrottlingException` is a ThrottlingException. */
export const refusalIn = (status: number, text: string): TableError => {
  const { __type = 'UnknownError', message, Message, Item, CancellationReasons } = bodyOf(text);
  return new TableError(__type.slice(__type.lastIndexOf('#') + 1), message ?? Message ?? '', {
    status,
    ...(Item !== undefined && { Item: withBytes(Item) }),
    ...(CancellationReasons !== undefined && { CancellationReasons: CancellationReasons.map(readable) }),
  });
};
