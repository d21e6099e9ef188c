import { BinderyProblem, BinderyUnreachable } from '../problem.ts';
import { WrongUsage } from './usage.ts';

/** 0 is well done; the others say whose turn it is. */
export const exitCodes = { refused: 1, usage: 2, unreachable: 3 } as const;

/** What a pattern does not tell a person. */
const suchAs: Readonly<Record<string, string>> = { '/by': 'a span of ISO 8601, such as P3D' };
const faultOf = ({ pointer, code, detail }: Fault): string =>
  `  ${pointer}: ${code === 'wrong-format' ? (suchAs[pointer] ?? detail) : detail} (${code})`;
type Fault = { readonly pointer: string; readonly code: string; readonly detail: string };

const problemLines = ({ problem, idempotencyKey }: BinderyProblem): readonly string[] => [
  `${problem.title} (${problem.code}, ${problem.status})`,
  `  ${problem.detail}`,
  ...(problem.errors ?? []).map(faultOf),
  ...Object.entries(problem.facts).map(([name, fact]) => `  ${name}: ${[fact].flat().join(', ')}`),
  `  More: ${problem.type}`,
  `  Request: ${problem.requestId}`,
  ...(problem.retryable && idempotencyKey !== undefined ? [`  Go on with: --idempotency-key ${idempotencyKey}`] : []),
];

const unreachableLines = ({ message, attempts, idempotencyKey }: BinderyUnreachable): readonly string[] => [
  message,
  ...attempts.map(({ reason, tookMs }) => `  ${reason}, after ${tookMs} ms`),
  ...(idempotencyKey === undefined
    ? []
    : [`  Nobody knows whether it was done. Go on with: --idempotency-key ${idempotencyKey}`]),
  '  Is the platform running there? Say --url, or set BINDERY_URL.',
];

/** What is said of something that went wrong, and the exit code. */
export const failureOf = (thrown: unknown): { readonly lines: readonly string[]; readonly code: number } => {
  if (thrown instanceof BinderyProblem) return { lines: problemLines(thrown), code: exitCodes.refused };
  if (thrown instanceof BinderyUnreachable) return { lines: unreachableLines(thrown), code: exitCodes.unreachable };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const isUsage = thrown instanceof WrongUsage || thrown instanceof TypeError;
  const lines = message.includes('needs a login')
    ? [
        'Nobody is logged in: `bindery sandbox` makes a tenant of your own, `bindery login` takes a login that you have.',
      ]
    : [message];
  return { lines, code: isUsage ? exitCodes.usage : exitCodes.refused };
};
