/**
 * What a service of AWS refuses, by the name that its protocol gives it. `$metadata` is where the SDK's rules of trying
 * again look for the status.
 */
export class ServiceError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  constructor(name: string, message: string, status: number) {
    super(message);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
  }
}

export type Refusal = {
  readonly name: string;
  readonly message: string;
  readonly status: number;
  /** All that was said, for a service that says more. */
  readonly body: object;
};
type Body = { readonly __type?: string; readonly message?: string; readonly Message?: string };

const bodyOf = (text: string): Body => {
  try {
    return Object(JSON.parse(text));
  } catch {
    // A proxy on the way answers in its own words.
    return { __type: 'UnknownError', message: text.slice(0, 200) };
  }
};

/** The refusal in an answer: `com.amazonaws.dynamodb.v20120810#ThrottlingException` is a ThrottlingException. */
export const refusalIn = (status: number, text: string): Refusal => {
  const body = bodyOf(text);
  const { __type = 'UnknownError', message, Message } = body;
  return { name: __type.slice(__type.lastIndexOf('#') + 1), message: message ?? Message ?? '', status, body };
};
