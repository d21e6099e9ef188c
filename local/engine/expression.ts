import type { Value } from './values.ts';

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A condition over operands: as written first (aliases and placeholders), then bound to names and constants. */
export type Condition<Operand> =
  | { readonly kind: 'and' | 'or'; readonly left: Condition<Operand>; readonly right: Condition<Operand> }
  | { readonly kind: 'not'; readonly of: Condition<Operand> }
  | { readonly kind: 'compare'; readonly by: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'between'; readonly operand: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'exists'; readonly operand: Operand; readonly wanted: boolean }
  | { readonly kind: 'begins'; readonly operand: Operand; readonly prefix: Operand };

/** An operand as written: the elements of a document path (bare or `#alias`), or a `:placeholder`. */
export type WrittenOperand = { readonly path: readonly string[] } | { readonly placeholder: string };

/** An operand whose aliases and placeholders are resolved. */
export type BoundOperand = { readonly path: readonly string[] } | { readonly constant: Value };

/** The same condition over other operands. */
export const mapOperands = <A, B>(condition: Condition<A>, of: (operand: A) => B): Condition<B> => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return { ...condition, left: mapOperands(condition.left, of), right: mapOperands(condition.right, of) };
    case 'not':
      return { kind: 'not', of: mapOperands(condition.of, of) };
    case 'compare':
      return { ...condition, left: of(condition.left), right: of(condition.right) };
    case 'between':
      return { ...condition, operand: of(condition.operand), low: of(condition.low), high: of(condition.high) };
    case 'exists':
      return { ...condition, operand: of(condition.operand) };
    case 'begins':
      return { ...condition, operand: of(condition.operand), prefix: of(condition.prefix) };
  }
};
