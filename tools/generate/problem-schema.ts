import * as z from 'zod';

/** The RFC 9457 problem document, as every refusal is answered. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ description: 'URL of the page that explains this problem.' }),
    title: z.string().meta({ description: 'What is wrong, in the language of the request.' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What happened and what to do.' }),
    instance: z.string().meta({ description: 'The request, as a URN.' }),
    code: z.string().meta({ description: 'Stable code; branch on this.', example: 'quote-expired' }),
    requestId: z.string(),
    retryable: z.boolean().meta({ description: 'Whether the same request with the same key may succeed later.' }),
    facts: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Facts of this refusal, free of personal data.' }),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'JSON Pointer into the request.', example: '/items/0/productId' }),
          code: z.string().meta({
            description:
              '`required`, `unknown-field`, `wrong-type`, `wrong-format`, `not-an-option`, `out-of-range`, `not-valid`; more may come.',
            example: 'required',
          }),
          detail: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'Every field that is at fault.' }),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457).' });

export const OAuthProblem = Problem.extend({
  error: z.string().meta({ description: 'The error of RFC 6749, 5.2.', example: 'invalid_client' }),
  error_description: z.string().meta({ description: 'What happened.' }),
}).meta({ id: 'OAuthProblem', description: 'A refusal of the token endpoint (RFC 6749 and RFC 9457).' });
