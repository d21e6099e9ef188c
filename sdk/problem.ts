import type { Operations } from './generated/operations.ts';
import type { FieldFault, Problems } from './generated/problems.ts';
import type { OperationId } from './operation.ts';

/** A stable name of what is wrong. */
export type ProblemCode = keyof Problems;

/** Members that every problem has (RFC 9457). */
type Said = {
  /** URL of the page that explains it. */
  type: string;
  title: string;
  /** What happened, and what to do. */
  detail: string;
  /** Names the request; tell it to whoever helps you. */
  requestId: string;
  /** Every field, or every item of a basket, that is at fault. */
  errors?: readonly FieldFault[];
};

type ProblemOf<Code extends ProblemCode> = Code extends ProblemCode ? Said & { code: Code } & Problems[Code] : never;

/**
 * Everything that an operation may refuse, told apart by `code`. A later version of the API may bring codes that this
 * one does not list, so a `default` in production says what it does not know.
 */
export type Problem<Id extends OperationId = OperationId> = ProblemOf<Operations[Id]['problem']>;

type Told = {
  readonly problem: Problem;
  readonly operation: OperationId;
  readonly attempts: number;
  readonly idempotencyKey?: string | undefined;
};

/** Bindery refused. `problem` says why, and its `code` is what to branch on. */
export class BinderyProblem extends Error {
  override readonly name = 'BinderyProblem';
  readonly problem: Problem;
  readonly operation: OperationId;
  readonly requestId: string;
  /** How often it was sent. */
  readonly attempts: number;
  /** Under which a command was sent. */
  readonly idempotencyKey: string | undefined;

  constructor({ problem, operation, attempts, idempotencyKey }: Told) {
    super(`${operation}: ${problem.code}. ${problem.detail}`);
    this.problem = problem;
    this.operation = operation;
    this.requestId = problem.requestId;
    this.attempts = attempts;
    this.idempotencyKey = idempotencyKey;
  }
}

/** One attempt that got no answer of Bindery's. */
export type FailedAttempt = { readonly reason: string; readonly tookMs: number };

type Unreached = {
  readonly operation: OperationId;
  readonly attempts: readonly FailedAttempt[];
  readonly idempotencyKey?: string | undefined;
  readonly cause?: unknown;
};

/**
 * Nobody knows whether it was done: no answer came, or somebody else's. Send the same again with the same
 * `idempotencyKey`, and it is done once, whatever became of these attempts.
 */
export class BinderyUnreachable extends Error {
  override readonly name = 'BinderyUnreachable';
  readonly operation: OperationId;
  readonly attempts: readonly FailedAttempt[];
  readonly idempotencyKey: string | undefined;

  constructor({ operation, attempts, idempotencyKey, cause }: Unreached) {
    const count = attempts.length === 1 ? 'one attempt' : `${attempts.length} attempts`;
    super(`${operation}: no answer after ${count}. Last: ${attempts.at(-1)?.reason ?? 'nothing was sent'}.`, { cause });
    this.operation = operation;
    this.attempts = attempts;
    this.idempotencyKey = idempotencyKey;
  }
}

/** Reads a problem document; undefined where it is none of Bindery's. */
export const readProblem = (body: unknown): Problem | undefined => {
  const { code, type, detail, requestId } = Object(body) as Record<string, unknown>;
  if (![code, type, detail, requestId].every((member) => typeof member === 'string')) return undefined;
  return { facts: {}, ...(body as object) } as unknown as Problem;
};
