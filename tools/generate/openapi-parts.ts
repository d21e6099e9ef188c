import * as z from 'zod';
import { type EndpointContract, isCommand, takesIfMatch, takesIfNoneMatch } from '../../functions/_kit/contract.ts';
import { rememberedKinds } from '../../functions/_kit/problem.ts';
import { limitHeadersOf, shared } from './openapi-limits.ts';

/** Partners and staff carry a token; the scope is named so that a reader sees which. Open entries carry nothing. */
export const securityOf = ({ caller, scope }: EndpointContract): { bearer?: string[] }[] =>
  caller === 'partner' || caller === 'staff' ? [{ bearer: scope === undefined ? [] : [scope] }] : [];

const idempotencyKey = z.string().min(8).max(255).meta({
  description:
    'A new key for each intent. The same key, path and body give the same answer for ever; another path or body under it is refused where it was used for the same operation, by anybody of the tenant (staff: by the same person).',
  example: 'order-SO-20261123-0042-bind',
});
const ifMatch = z.string().optional().meta({
  description: 'The `ETag` of the version that you have seen: 412 if the object has changed since.',
  example: '"7"',
});
const ifNoneMatch = z
  .string()
  .optional()
  .meta({ description: 'An `ETag` that you hold: 304 without a body if it is still the present one.', example: '"7"' });

const replayed = {
  description: 'Present, and `true`, when this answer was given before.',
  schema: { type: 'string' as const, enum: ['true'] },
};

/** Whose roles open it, what it previews, that a provider and nobody else calls it, and when it goes. */
export const extensionsOf = ({ roles, previews, caller, deprecated }: EndpointContract) => ({
  ...(previews !== undefined && { 'x-previews': previews }),
  ...(caller === 'provider' && { 'x-caller': caller }),
  ...(roles !== undefined && { 'x-roles': [...roles] }),
  ...(deprecated !== undefined && { deprecated: true, 'x-sunset': deprecated.sunset }),
});

/** Refusals after which the very same request is worth sending again soon. */
const passing: ReadonlySet<string> = new Set([
  ...['rate-limited', 'changed-meanwhile', 'temporarily-unavailable', 'request-timeout'],
]);

/** A refusal by the business is kept under its key, and answered again. */
const isRemembered = (contract: EndpointContract, code: string): boolean =>
  isCommand(contract) && rememberedKinds.has(contract.refusals[code]?.kind ?? '');

/** The headers that a problem of one status may carry. */
export const problemHeaders = (contract: EndpointContract, status: number, codes: readonly string[]) => ({
  ...shared('X-Request-Id'),
  ...limitHeadersOf(codes.some((code) => passing.has(code))),
  ...(status === 401 && shared('WWW-Authenticate')),
  ...(codes.some((code) => isRemembered(contract, code)) && { 'Idempotent-Replayed': replayed }),
});

/** The headers of an answer that there is nothing new. */
export const unchangedHeaders = { ...shared('X-Request-Id'), ...limitHeadersOf(), ...shared('ETag') };

/** The headers that a caller may or must send, by what the entry does. */
export const headerParametersOf = (contract: EndpointContract): { header?: z.ZodObject } => {
  const fields = {
    ...(isCommand(contract) && { 'Idempotency-Key': contract.key ?? idempotencyKey }),
    ...(takesIfMatch(contract) && { 'If-Match': ifMatch }),
    ...(takesIfNoneMatch(contract) && { 'If-None-Match': ifNoneMatch }),
  };
  return Object.keys(fields).length === 0 ? {} : { header: z.object(fields) };
};

/** The headers that a successful answer may carry. */
export const headersOf = (contract: EndpointContract) => ({
  ...shared('X-Request-Id'),
  // A batch says when its open items are worth sending again.
  ...limitHeadersOf(contract.batch !== undefined),
  ...(contract.writes.length > 0 && { 'Idempotent-Replayed': replayed }),
  ...(contract.object !== undefined && shared('ETag')),
});
