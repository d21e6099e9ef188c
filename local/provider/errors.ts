/** A refusal in the shape of Stripe's API. */
export type ProviderRefusal = { readonly status: number; readonly body: { readonly error: object } };

export const invalidRequest = (message: string, param?: string, code?: string): ProviderRefusal => ({
  status: 400,
  body: {
    error: {
      type: 'invalid_request_error',
      message,
      ...(param !== undefined && { param }),
      ...(code !== undefined && { code }),
    },
  },
});

export const noSuch = (kind: string, id: string): ProviderRefusal => ({
  status: 404,
  body: {
    error: {
      type: 'invalid_request_error',
      code: 'resource_missing',
      param: 'id',
      message: `No such ${kind}: '${id}'`,
    },
  },
});

export const cardDeclined = (intent: object): ProviderRefusal => ({
  status: 402,
  body: {
    error: {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
      payment_intent: intent,
    },
  },
});

export const unauthorized: ProviderRefusal = {
  status: 401,
  body: { error: { type: 'invalid_request_error', message: 'You did not provide an API key.' } },
};

export const unknownKey: ProviderRefusal = {
  status: 401,
  body: { error: { type: 'invalid_request_error', message: 'Invalid API Key provided: no such sandbox.' } },
};

export const keyReused: ProviderRefusal = {
  status: 400,
  body: {
    error: {
      type: 'idempotency_error',
      message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.',
    },
  },
};

export const brokenInside: ProviderRefusal = {
  status: 500,
  body: { error: { type: 'api_error', message: 'An unexpected error occurred.' } },
};
