import type { Facts } from '../../domain/shared/decision.ts';
import type { RefusalEntry, RefusalKind } from '../../domain/shared/refusal.ts';

/** One field that is wrong: where it is, a stable code, and a sentence. */
export type FieldError = { readonly pointer: string; readonly code: string; readonly detail: string };

export type Refused = {
  readonly code: string;
  readonly entry: RefusalEntry & { readonly status?: number };
  readonly facts?: Facts;
  readonly errors?: readonly FieldError[];
};

export type Language = 'en' | 'zh-CN';

/** What a refusal is called, as a whole sentence of the caller's language. */
export const sentenceIn = ({ title, titleZh }: RefusalEntry, language: Language): string =>
  language === 'zh-CN' ? `${titleZh}。` : `${title}.`;

export type Problem = { readonly status: number; readonly body: string };

const statusByKind: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  conflict: 409,
  'invalid-state': 409,
  'not-eligible': 422,
  gone: 410,
  forbidden: 403,
  'limit-exceeded': 422,
  'invalid-request': 422,
  unauthenticated: 401,
};

/** The HTTP status of a refusal, decided here once by its kind; the kit's own name theirs. */
export const statusOf = (entry: RefusalEntry & { readonly status?: number }): number =>
  entry.status ?? statusByKind[entry.kind];

const retryable: ReadonlySet<string> = new Set([
  'request-timeout',
  'rate-limited',
  'changed-meanwhile',
  'temporarily-unavailable',
  'internal',
]);

/** Says whether the same request with the same key may succeed later; after any other something is to be mended. */
export const isRetryable = (code: string): boolean => retryable.has(code);

/**
 * What kinds of a contract's own refusals are remembered under the key of a command: the business has spoken. All
 * others use no key, nor does anything that the kit itself refuses (design §4).
 */
export const rememberedKinds: ReadonlySet<string> = new Set([
  'conflict',
  'invalid-state',
  'not-eligible',
  'gone',
  'limit-exceeded',
] satisfies RefusalKind[]);

/** Builds the RFC 9457 document. Missing and foreign objects give the same bytes but for the request id. */
export const problemOf = (
  { code, entry, facts, errors }: Refused,
  context: {
    readonly docsUrl: string;
    readonly requestId: string;
    readonly language: Language;
    /** What another standard asks for, beside the members of a problem. */
    readonly members?: object | undefined;
  },
): Problem => {
  const status = statusOf(entry);
  const document = {
    type: `${context.docsUrl}/problems/${code}`,
    title: context.language === 'zh-CN' ? entry.titleZh : entry.title,
    status,
    detail: `${entry.happened} ${entry.remedy}`,
    instance: `urn:request:${context.requestId}`,
    code,
    requestId: context.requestId,
    retryable: isRetryable(code),
    ...(facts !== undefined && Object.keys(facts).length > 0 && { facts }),
    errors,
    ...context.members,
  };
  return { status, body: JSON.stringify(document) };
};

/**
 * A refusal on its way out of the chain; only the kit throws it, handlers return theirs. It is made without a stack:
 * nobody reads that of a refusal, and taking it would be a tenth of what refusing a flood costs.
 */
export const refused = (refusal: Refused, cause?: unknown): Error & { readonly refused: Refused } =>
  Object.assign(Object.create(Error.prototype), { message: `Refused: ${refusal.code}`, cause, refused: refusal });

export const isRefused = (thrown: unknown): thrown is Error & { readonly refused: Refused } =>
  thrown instanceof Error && 'refused' in thrown;
