import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';

/** RFC 8693, 3. */
export const idTokenType = 'urn:ietf:params:oauth:token-type:id_token';
export const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';

/** RFC 6749, 4.4.2, and RFC 8693, 2.1: the fields that are understood. Others are ignored, as the RFC asks (3.2). */
export const TokenForm = z
  .strictObject({
    grant_type: z.string().meta({
      description:
        '`client_credentials`; or `urn:ietf:params:oauth:grant-type:token-exchange` (RFC 8693) for people of the insurer, where the platform is connected to their directory.',
      example: 'client_credentials',
    }),
    client_id: z.string().optional().meta({ description: 'Unless sent as Basic authentication.' }),
    client_secret: z.string().optional().meta({ description: 'Unless sent as Basic authentication.' }),
    scope: z.string().optional().meta({ description: 'Scopes, separated by blanks; all that there are if absent.' }),
    subject_token: z.string().optional().meta({ description: 'To exchange: the ID token of the directory.' }),
    subject_token_type: z
      .string()
      .optional()
      .meta({ description: `To exchange: always \`${idTokenType}\`.` }),
    requested_token_type: z
      .string()
      .optional()
      .meta({ description: `To exchange: \`${accessTokenType}\` or nothing.` }),
    audience: z
      .string()
      .optional()
      .meta({ description: 'To exchange: the audience of the platform’s tokens, or nothing.' }),
  })
  .meta({
    id: 'TokenForm',
    description: 'A request for an access token (OAuth 2.0 client credentials, or the exchange of an ID token).',
  });

export const TokenAnswer = z
  .strictObject({
    access_token: z.string().meta({ description: 'A JWT after RFC 9068.' }),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds until it expires.', example: 300 }),
    scope: z.string().meta({ description: 'What it carries, separated by blanks.' }),
    issued_token_type: z
      .literal(accessTokenType)
      .optional()
      .meta({ description: 'Of an exchange: what was issued (RFC 8693, 2.2.1).' }),
  })
  .meta({ id: 'TokenAnswer', description: 'An access token.' });

export const TokenKeys = z
  .strictObject({
    keys: z
      .array(
        z.looseObject({
          kty: z.string().meta({ description: 'Kind of key.', example: 'EC' }),
          kid: z.string().meta({ description: 'Name of the key.' }),
        }),
      )
      .meta({ description: 'Public keys; tokens, certificates and checkpoints name theirs.' }),
  })
  .meta({ id: 'TokenKeys', description: 'A JSON Web Key Set (RFC 7517).' });

const names = (description: string) => z.array(z.string()).meta({ description });

export const AuthorizationServer = z
  .strictObject({
    issuer: z.string().meta({ description: 'Who issues the tokens.' }),
    token_endpoint: z.string().meta({ description: 'Where tokens are granted.' }),
    jwks_uri: z.string().meta({ description: 'Where the public keys are.' }),
    scopes_supported: names('What a partner’s token may carry.'),
    response_types_supported: names('None: there is no authorization endpoint.'),
    grant_types_supported: names('How tokens are earned.'),
    token_endpoint_auth_methods_supported: names('How a client proves itself.'),
    service_documentation: z.string().meta({ description: 'Where all this is explained.' }),
  })
  .meta({ id: 'AuthorizationServer', description: 'What the authorization server is (RFC 8414).' });

export const Revocations = z
  .strictObject({
    since: Instant,
    revoked: names(
      'Ids of credentials and of secrets, and sandboxes that were reset. A token that names one of them ends at once.',
    ),
  })
  .meta({ id: 'Revocations', description: 'What was revoked of late: longer ago than any token lives.' });
