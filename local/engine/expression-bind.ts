import { validation } from './errors.ts';
import { type BoundOperand, type Condition, mapOperands, type WrittenOperand } from './expression.ts';
import { checkOperands } from './expression-check.ts';
import { parseCondition } from './expression-parse.ts';
import { copyItem, type Item } from './values.ts';

export type BoundCondition = Condition<BoundOperand>;

/** The names and values that come with a request's expressions. */
export type Placeholders = {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: object | undefined;
};

const refuseUnused = (what: string, given: object, used: ReadonlySet<string>) => {
  const unused = Object.keys(given).filter((name) => !used.has(name));
  if (unused.length > 0)
    throw validation(`Value provided in ${what} unused in expressions: keys: {${unused.join(', ')}}`);
};

const refuseEmpty = (what: string, given: object | undefined) => {
  if (given !== undefined && Object.keys(given).length === 0) throw validation(`${what} must not be empty`);
};

/** Resolves aliases and placeholders, and remembers which were used. */
const resolver = (names: Record<string, string>, values: Item) => {
  const used = new Set<string>();
  const nameOf = (element: string): string => {
    if (!element.startsWith('#')) return element;
    used.add(element);
    const name = names[element];
    if (name !== undefined) return name;
    throw validation(
      `An expression attribute name used in the document path is not defined; attribute name: ${element}`,
    );
  };
  const operandOf = (operand: WrittenOperand): BoundOperand => {
    if ('path' in operand) return { path: operand.path.map(nameOf) };
    used.add(operand.placeholder);
    const constant = values[operand.placeholder];
    if (constant !== undefined) return { constant };
    throw validation(
      `An expression attribute value used in expression is not defined; attribute value: ${operand.placeholder}`,
    );
  };
  return { used, operandOf };
};

/**
 * Binds all expressions of one request, by label; those that are undefined are left out of the answer.
 * Every name and value given must be used by one of them, and every one used must be given.
 */
export const bindExpressions = <L extends string>(
  expressions: Readonly<Record<L, string | undefined>>,
  given: Placeholders,
): Partial<Record<L, BoundCondition>> => {
  refuseEmpty('ExpressionAttributeNames', given.ExpressionAttributeNames);
  refuseEmpty('ExpressionAttributeValues', given.ExpressionAttributeValues);
  const names = given.ExpressionAttributeNames ?? {};
  const values = copyItem(given.ExpressionAttributeValues ?? {});
  const { used, operandOf } = resolver(names, values);
  const bound: Partial<Record<L, BoundCondition>> = {};
  for (const label in expressions) {
    const text = expressions[label];
    if (text === undefined) continue;
    const condition = mapOperands(parseCondition(label, text), operandOf);
    checkOperands(label, condition);
    bound[label] = condition;
  }
  refuseUnused('ExpressionAttributeNames', names, used);
  refuseUnused('ExpressionAttributeValues', values, used);
  return bound;
};
