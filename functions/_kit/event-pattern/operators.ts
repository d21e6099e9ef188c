import { blockOf, liesIn } from './cidr.ts';
import { isObject, numberOf, type Scalar, sameScalar } from './json.ts';
import { comparisonsOf, isInRange } from './numeric.ts';
import { fitsWildcard, wildcardPieces } from './wildcard.ts';

type Operator = {
  /** Says that a value fits, where there is one. */
  readonly fits: (operand: unknown, value: Scalar) => boolean;
  /** What is wrong with an operand, in words that follow the operator's name; undefined for a sound one. */
  readonly fault: (operand: unknown) => string | undefined;
};

const isText = (value: unknown): value is string => typeof value === 'string';
const lower = (text: string): string => text.toLowerCase();

/** A text operator that may ignore case, as `prefix` and `suffix` may. */
const edge = (holds: (text: string, edge: string) => boolean): Operator => ({
  fits: (operand, value) => {
    if (!isText(value)) return false;
    if (isText(operand)) return holds(value, operand);
    return isObject(operand) && holds(lower(value), lower(String(operand['equals-ignore-case'])));
  },
  fault: (operand) =>
    isText(operand) || (isObject(operand) && isOnly(operand, 'equals-ignore-case', isText))
      ? undefined
      : 'takes a text, or one whose case is ignored',
});

const isOnly = (object: object, name: string, holds: (value: unknown) => boolean): boolean =>
  Object.keys(object).length === 1 && holds(Reflect.get(object, name));

const text = (holds: (operand: string, value: string) => boolean, fault?: (operand: string) => string | undefined) =>
  ({
    fits: (operand, value) => isText(value) && holds(String(operand), value),
    fault: (operand) => (isText(operand) ? fault?.(operand) : 'takes a text'),
  }) satisfies Operator;

const plain = {
  prefix: edge((value, start) => value.startsWith(start)),
  suffix: edge((value, end) => value.endsWith(end)),
  'equals-ignore-case': text((operand, value) => lower(operand) === lower(value)),
  wildcard: text(fitsWildcard, (pattern) =>
    wildcardPieces(pattern) === undefined ? 'has two stars side by side, or escapes what needs no escape' : undefined,
  ),
  cidr: text(liesIn, (cidr) =>
    blockOf(cidr) === undefined ? 'takes a block of addresses like 10.0.0.0/24' : undefined,
  ),
  numeric: {
    fits: isInRange,
    fault: (range) =>
      comparisonsOf(range) === undefined ? 'takes one comparison, or two that bound a range, of numbers' : undefined,
  },
} as const satisfies Readonly<Record<string, Operator>>;

const negatable = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'] as const;

/** The operator and the operands of `{"anything-but": {"prefix": ["a", "b"]}}`. */
const negated = (operand: object) => {
  const [name, ...more] = Object.keys(operand);
  const known = negatable.find((one) => one === name);
  if (known === undefined || more.length > 0) return undefined;
  return { operator: plain[known], operands: [Reflect.get(operand, known)].flat() as readonly unknown[] };
};

const anythingBut: Operator = {
  fits: (operand, value) => {
    if (!isObject(operand)) return ![operand].flat().some((one) => sameScalar(one, value));
    const { operator, operands } = negated(operand) ?? { operands: [] };
    return !operands.some((one) => operator?.fits(one, value) === true);
  },
  fault: (operand) => {
    if (isObject(operand)) {
      const inner = negated(operand);
      if (inner === undefined) return `takes no operator but ${negatable.join(', ')}`;
      if (inner.operands.length === 0) return 'takes at least one value';
      return inner.operands.map((one) => (isText(one) ? inner.operator.fault(one) : 'takes texts')).find(isText);
    }
    const values = [operand].flat();
    const alike = values.every(isText) || values.every((one) => numberOf(one) !== undefined);
    return alike && values.length > 0 ? undefined : 'takes texts or numbers, and not both at once';
  },
};

/** What stands for itself in a list is compared; `exists` is about the field and not about a value. */
export const operators: Readonly<Record<string, Operator>> = {
  ...plain,
  'anything-but': anythingBut,
  exists: {
    fits: (wanted) => wanted === true,
    fault: (operand) => (typeof operand === 'boolean' ? undefined : 'takes true or false'),
  },
};

/** Says that a value that is there fits one element of a pattern's list. */
export const fitsElement = (element: unknown, value: Scalar): boolean => {
  if (!isObject(element)) return sameScalar(element, value);
  const [[name, operand] = ['', undefined]] = Object.entries(element);
  return operators[name]?.fits(operand, value) === true;
};

/** Says that an element asks for the field to be absent. */
export const wantsAbsence = (element: unknown): boolean => isObject(element) && element['exists'] === false;
