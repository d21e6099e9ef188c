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
    title: 'Only client credentials are taken here',
    titleZh: '仅支持 client_credentials 授权类型',
    happened: '`grant_type` names another grant than `client_credentials`.',
    remedy: 'Send `grant_type=client_credentials`.',
    example: {},
  },
  'token-request-invalid': {
    status: 400,
    kind: 'invalid-request',
    title: 'The token request is not a form as OAuth 2.0 has it',
    titleZh: '令牌请求格式无效',
    happened: 'A field is missing or stands twice, or the client proves itself in two ways at once.',
    remedy: 'Send `grant_type` as a form, and id and secret as Basic authentication or as fields of the form.',
    example: {},
  },
} as const satisfies Record<string, WithStatus>;

const errors: Readonly<Record<string, string>> = {
  'invalid-client': 'invalid_client',
  'invalid-scope': 'invalid_scope',
  'unsupported-grant-type': 'unsupported_grant_type',
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
