import type { Operations } from './generated/operations.ts';
import { table } from './generated/table.ts';

/** An operation by the name that it has everywhere: in the reference, in logs, and as a method. */
export type OperationId = keyof Operations;
export type Asked<Id extends OperationId> = Operations[Id]['asked'];
export type Answer<Id extends OperationId> = Operations[Id]['answer'];
export type Item<Id extends OperationId> = Operations[Id] extends { item: infer Each } ? Each : never;

/** How an operation is asked over HTTP. */
export type Row = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly kind: 'read' | 'ask' | 'preview' | 'command' | 'token';
  readonly success: number;
  readonly query?: readonly string[];
  readonly body?: 'json' | 'form';
  /** Asked without a token. */
  readonly open?: true;
  readonly scope?: string;
  readonly pages?: 'cursor' | 'after';
  readonly versioned?: true;
  /** The operation that does what this one shows. */
  readonly previews?: OperationId;
};

export const rowOf = (id: OperationId): Row => table[id];
export const operationIds = Object.keys(table) as readonly OperationId[];
