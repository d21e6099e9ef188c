import { type EndpointContract, isCommand } from '../../functions/_kit/contract.ts';

/** Partners and staff carry a token; the scope is named so that a reader sees which. Open entries carry nothing. */
export const securityOf = ({ caller, scope }: EndpointContract): { bearer?: string[] }[] =>
  caller === 'partner' || caller === 'staff' ? [{ bearer: scope === undefined ? [] : [scope] }] : [];

const requestId = {
  description: 'Names this request in logs, events and problems.',
  schema: { type: 'string' as const, example: 'req_01jd8x2k7v5m3q9w4t6y8r0z1b' },
};
const replayed = {
  description: 'Present, and `true`, when this answer was given before.',
  schema: { type: 'string' as const, enum: ['true'] },
};

/** Whose roles open it, and when it goes. */
export const extensionsOf = ({ roles, deprecated }: EndpointContract) => ({
  ...(roles !== undefined && { 'x-roles': [...roles] }),
  ...(deprecated !== undefined && { deprecated: true, 'x-sunset': deprecated.sunset }),
});

/** The headers that every problem carries. */
export const problemHeaders = { 'X-Request-Id': requestId };

/** The headers that a successful answer may carry. */
export const headersOf = (contract: EndpointContract) => ({
  'X-Request-Id': requestId,
  ...(isCommand(contract) && { 'Idempotent-Replayed': replayed }),
});
