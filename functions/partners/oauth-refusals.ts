import type { RefusalCatalogue } from '../../domain/shared/refusal.ts';

type WithStatus = RefusalCatalogue[string] & { readonly status?: number };

/** What the token endpoint refuses, with the status that RFC 6749, 5.2 asks for. */
export const oauthRefusals = {
  'invalid-client': {
    kind: 'unauthenticated',
    title: 'The client is not known by this id and secret',
    titleZh: '客户端标识或密钥无效',
    happened: 'The client id is not known, the secret is not one of its live ones, or the credential was revoked.',
    remedy: 'Check both values, or issue a new secret with a credential that may manage credentials.',
    example: {},
  },
  'invalid-scope': {
    status: 400,
    kind: 'invalid-request',
    title: 'The credential does not have this scope',
    titleZh: '凭证没有该权限范围',
    happened: 'A scope was asked for that the credential does not have.',
    remedy: 'Ask for scopes that it has, or leave `scope` out for all of them.',
    example: {},
  },
  'unsupported-grant-type': {
    status: 400,
    kind: 'invalid-request',
    title: 'This grant is not taken here',
    titleZh: '不支持该授权类型',
    happened: '`grant_type` names a grant that this platform does not take.',
    remedy:
      'Take one of `grant_types_supported` in /.well-known/oauth-authorization-server; systems send `client_credentials`.',
    example: {},
  },
  'subject-token-invalid': {
    status: 400,
    kind: 'invalid-request',
    title: 'The ID token does not show who asks',
    titleZh: 'ID 令牌无效',
    happened:
      'The ID token is not one of the directory for this application, has ended, or was earned without a second factor.',
    remedy: 'Log in again, and exchange the new ID token at once.',
    example: {},
  },
  'person-not-placed': {
    status: 400,
    kind: 'invalid-request',
    title: 'The person has no place here',
    titleZh: '该人员没有可用的租户或角色',
    happened: 'The directory names no tenant for this person, or no group that is a role in force.',
    remedy:
      'Ask whoever keeps the directory to put the person into a group that GET /v1/roles lists, then log in again.',
    example: {},
  },
  'target-invalid': {
    status: 400,
    kind: 'invalid-request',
    title: 'No token is issued for this target',
    titleZh: '不为该目标签发令牌',
    happened: 'The exchange asks for a token for another audience or resource than this platform.',
    remedy: 'Leave `audience` and `resource` out.',
    example: {},
  },
  'token-request-invalid': {
    status: 400,
    kind: 'invalid-request',
    title: 'The token request is not a form as OAuth 2.0 has it',
    titleZh: '令牌请求格式无效',
    happened:
      'The body is another type than a form, a field is missing or stands twice, or the client proves itself in two ways at once.',
    remedy:
      'Send `grant_type` as `application/x-www-form-urlencoded`, and id and secret as Basic authentication or as fields of the form.',
    example: {},
  },
} as const satisfies Record<string, WithStatus>;

const errors: Readonly<Record<string, string>> = {
  'invalid-client': 'invalid_client',
  'invalid-scope': 'invalid_scope',
  'unsupported-grant-type': 'unsupported_grant_type',
  // What is wrong with a subject token is an `invalid_request`: RFC 8693, 2.2.2 asks for that and for nothing else.
  'target-invalid': 'invalid_target',
  'temporarily-unavailable': 'temporarily_unavailable',
  internal: 'server_error',
};

/** The members that RFC 6749, 5.2 puts into a refusal, beside those of our problem document. */
export const oauthForm = (code: string, detail: string) => ({
  members: { error: errors[code] ?? 'invalid_request', error_description: detail },
  headers: {
    'content-type': 'application/json',
    ...(code === 'invalid-client' && { 'www-authenticate': 'Basic realm="bindery", charset="UTF-8"' }),
  },
});
