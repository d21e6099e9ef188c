import type { RefusalCatalogue } from '../shared/refusal.ts';

const endpointId = 'whe_01jd8x2k7v5m3q9w4t6y8r0z1b';

/** What may be refused to those who want to be told. */
export const webhookRefusals = {
  'endpoint-not-found': {
    kind: 'not-found',
    title: 'No such endpoint',
    titleZh: '回调端点不存在',
    happened: 'There is no endpoint with this id, or it belongs to another tenant.',
    remedy: 'List your endpoints with GET /v1/webhook-endpoints.',
    example: { endpointId },
  },
  'delivery-not-found': {
    kind: 'not-found',
    title: 'No such delivery',
    titleZh: '投递记录不存在',
    happened: 'The endpoint has no delivery with this id.',
    remedy: 'List the deliveries of the endpoint.',
    example: { deliveryId: 'dlv_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
  'endpoint-state-refuses': {
    kind: 'invalid-state',
    title: 'The endpoint is in no state for this',
    titleZh: '回调端点当前状态不允许此操作',
    happened: 'The endpoint is disabled, enabled already, or deleted.',
    remedy: 'Read the endpoint; a disabled one is enabled first, a deleted one never comes back.',
    example: { status: 'disabled', command: 'replay' },
  },
  'too-many-endpoints': {
    kind: 'limit-exceeded',
    title: 'The tenant has eight endpoints',
    titleZh: '租户的回调端点已达八个',
    happened: 'A tenant has at most eight endpoints that are not deleted.',
    remedy: 'Delete one that is not used any more, or change one that is.',
    example: { most: 8 },
  },
  'target-refused': {
    kind: 'not-eligible',
    title: 'Nothing is sent to such an address',
    titleZh: '不允许向该地址发送',
    happened: 'The address is not a plain HTTPS address of the public internet, or the bus is not one of yours.',
    remedy: 'Give an https:// URL with a public host name, or the ARN of a bus in an AWS account of your own.',
    example: { reason: 'private-address' },
  },
  'webhook-secret-not-found': {
    kind: 'not-found',
    title: 'No such signing secret',
    titleZh: '签名密钥不存在',
    happened: 'The endpoint has no live signing secret with this id.',
    remedy: 'Read the endpoint to see its secrets; a retired one is not listed any more.',
    example: { secretId: 'whs_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
  'too-many-webhook-secrets': {
    kind: 'limit-exceeded',
    title: 'The endpoint has two live signing secrets',
    titleZh: '该端点已有两个有效签名密钥',
    happened: 'An endpoint has at most two live secrets: the one in use, and the next. A bus has none.',
    remedy: 'Retire the secret that is no longer used, then add the new one.',
    example: { endpointId, most: 2 },
  },
  'last-webhook-secret': {
    kind: 'invalid-state',
    title: 'This is the only signing secret of the endpoint',
    titleZh: '这是该端点唯一的签名密钥',
    happened: 'Without this secret nothing could be signed for the endpoint any more.',
    remedy: 'Add another secret first, or delete the endpoint.',
    example: { endpointId },
  },
  'replay-running': {
    kind: 'invalid-state',
    title: 'A replay is running already',
    titleZh: '重放正在进行',
    happened: 'The endpoint has a replay that has not ended yet.',
    remedy: 'Wait until the endpoint shows that it has ended.',
    example: { replayId: 'rpl_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
  'nothing-missed': {
    kind: 'invalid-state',
    title: 'Nothing was missed',
    titleZh: '没有遗漏的事件',
    happened: 'The endpoint was well all the time since its last replay of what it had missed.',
    remedy: 'Replay a window of time instead.',
    example: { endpointId },
  },
} as const satisfies RefusalCatalogue;
