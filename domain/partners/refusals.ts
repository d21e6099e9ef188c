import type { RefusalCatalogue } from '../shared/refusal.ts';

const credentialId = 'crd_01jd8x2k7v5m3q9w4t6y8r0z1b';

/** What may be refused to those who manage credentials. */
export const partnerRefusals = {
  'credential-not-found': {
    kind: 'not-found',
    title: 'No such credential',
    titleZh: '凭证不存在',
    happened: 'There is no credential with this id, or it belongs to another tenant.',
    remedy: 'List your credentials with GET /v1/credentials.',
    example: { credentialId },
  },
  'secret-not-found': {
    kind: 'not-found',
    title: 'No such secret',
    titleZh: '密钥不存在',
    happened: 'The credential has no live secret with this id.',
    remedy: 'Read the credential to see its secrets; a revoked one is not listed any more.',
    example: { secretId: 'sec_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
  'credential-state-refuses': {
    kind: 'invalid-state',
    title: 'The credential is in no state for this',
    titleZh: '凭证当前状态不允许此操作',
    happened: 'The credential has been revoked, or was issued already.',
    remedy: 'Issue a new credential with POST /v1/credentials; a revoked one never comes back.',
    example: { status: 'revoked', command: 'add-secret' },
  },
  'too-many-secrets': {
    kind: 'limit-exceeded',
    title: 'The credential has two live secrets',
    titleZh: '该凭证已有两个有效密钥',
    happened: 'A credential has at most two live secrets: the one in use, and the next.',
    remedy: 'Revoke the secret that is no longer used, then add the new one.',
    example: { credentialId, most: 2 },
  },
  'last-secret': {
    kind: 'invalid-state',
    title: 'This is the only secret of the credential',
    titleZh: '这是该凭证唯一的密钥',
    happened: 'Without this secret the credential could earn no token any more.',
    remedy: 'Add another secret first, or revoke the whole credential.',
    example: { credentialId },
  },
  'last-manager': {
    kind: 'invalid-state',
    title: 'This is the last credential that can manage credentials',
    titleZh: '这是最后一个可管理凭证的凭证',
    happened: 'Without it nobody of the tenant could make or revoke a credential any more.',
    remedy: 'Issue another credential with the scope credentials:write first.',
    example: { credentialId },
  },
  'scopes-exceed-own': {
    kind: 'forbidden',
    title: 'Your token does not cover these rights',
    titleZh: '您的令牌权限不足以授予这些权限',
    happened: 'A credential gives or takes away only rights that its own token carries.',
    remedy: 'Use a token with at least the scopes that the problem names.',
    example: { missing: ['claims:write'] },
  },
  'people-need-a-sandbox': {
    kind: 'forbidden',
    title: 'Credentials for people are made in a sandbox only',
    titleZh: '仅沙盒可创建人员凭证',
    happened: 'Roles of the insurer’s people were asked for, and this tenant is no sandbox.',
    remedy: 'Leave `roles` out, or play the insurer in a sandbox made with POST /v1/sandboxes.',
    example: {},
  },
  'role-unknown': {
    kind: 'not-eligible',
    title: 'There is no such role',
    titleZh: '角色不存在',
    happened: 'A role that was asked for is not in force.',
    remedy: 'Take a role from GET /v1/roles.',
    example: { role: 'claims_wizard' },
  },
} as const satisfies RefusalCatalogue;
