import { validation } from './errors.ts';
import type { Comparator, Condition, WrittenOperand } from './expression.ts';
import { syntaxError, type Token, tokensOf } from './expression-tokens.ts';
import { isReserved } from './reserved-words.ts';

type Written = Condition<WrittenOperand>;
const comparators: Readonly<Record<string, Comparator>> = {
  '=': '=',
  '<>': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** A cursor over the tokens of one expression; keywords are read in any case, functions only in lower case. */
const cursorOver = (label: string, tokens: readonly Token[]) => {
  let at = 0;
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? { kind: 'end', text: '' };
  const fail = () => syntaxError(label, peek().text);
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const isSign = (text: string, ahead = 0) => peek(ahead).kind === 'sign' && peek(ahead).text === text;
  const isWord = (text: string) => peek().kind === 'word' && peek().text.toUpperCase() === text;
  const expect = (found: boolean) => {
    if (!found) throw fail();
    return next();
  };
  return { label, peek, next, fail, isSign, isWord, expect };
};
type Cursor = ReturnType<typeof cursorOver>;

const pathElement = (cursor: Cursor): string => {
  const { kind, text } = cursor.peek();
  if (kind !== 'word' && kind !== 'alias') throw cursor.fail();
  if (kind === 'word' && isReserved(text))
    throw validation(`Invalid ${cursor.label}: Attribute name is a reserved keyword; reserved keyword: ${text}`);
  return cursor.next().text;
};

const pathOperand = (cursor: Cursor): WrittenOperand => {
  const path = [pathElement(cursor)];
  while (cursor.isSign('.')) {
    cursor.next();
    path.push(pathElement(cursor));
  }
  return { path };
};

const operand = (cursor: Cursor): WrittenOperand =>
  cursor.peek().kind === 'value' ? { placeholder: cursor.next().text } : pathOperand(cursor);

const functionCall = (cursor: Cursor): Written => {
  const name = cursor.next().text;
  cursor.next();
  if (name === 'attribute_exists' || name === 'attribute_not_exists') {
    const of = pathOperand(cursor);
    cursor.expect(cursor.isSign(')'));
    return { kind: 'exists', operand: of, wanted: name === 'attribute_exists' };
  }
  if (name !== 'begins_with') throw validation(`Invalid ${cursor.label}: Invalid function name; function: ${name}`);
  const of = operand(cursor);
  cursor.expect(cursor.isSign(','));
  const prefix = operand(cursor);
  cursor.expect(cursor.isSign(')'));
  return { kind: 'begins', operand: of, prefix };
};

const comparison = (cursor: Cursor): Written => {
  const left = operand(cursor);
  if (cursor.isWord('BETWEEN')) {
    cursor.next();
    const low = operand(cursor);
    cursor.expect(cursor.isWord('AND'));
    return { kind: 'between', operand: left, low, high: operand(cursor) };
  }
  const by = comparators[cursor.peek().text];
  if (by === undefined) throw cursor.fail();
  cursor.next();
  return { kind: 'compare', by, left, right: operand(cursor) };
};

const parenthesised = (cursor: Cursor): Written => {
  cursor.next();
  const inner = either(cursor);
  cursor.expect(cursor.isSign(')'));
  return inner;
};

const primary = (cursor: Cursor): Written => {
  if (cursor.isSign('(')) return parenthesised(cursor);
  return cursor.peek().kind === 'word' && cursor.isSign('(', 1) ? functionCall(cursor) : comparison(cursor);
};

const negation = (cursor: Cursor): Written => {
  if (!cursor.isWord('NOT')) return primary(cursor);
  cursor.next();
  return { kind: 'not', of: negation(cursor) };
};

const both = (cursor: Cursor): Written => {
  let left = negation(cursor);
  while (cursor.isWord('AND')) {
    cursor.next();
    left = { kind: 'and', left, right: negation(cursor) };
  }
  return left;
};

const either = (cursor: Cursor): Written => {
  let left = both(cursor);
  while (cursor.isWord('OR')) {
    cursor.next();
    left = { kind: 'or', left, right: both(cursor) };
  }
  return left;
};

/** DynamoDB refuses a pair of parentheses that holds nothing but another pair: `((a))`. */
const refuseRedundantParentheses = (label: string, tokens: readonly Token[]) => {
  const open: number[] = [];
  const closeOf = new Map<number, number>();
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind === 'sign' && text === '(') open.push(at);
    if (kind === 'sign' && text === ')') closeOf.set(open.pop() ?? -1, at);
  }
  for (const [start, end] of closeOf)
    if (closeOf.get(start + 1) === end - 1)
      throw validation(`Invalid ${label}: The expression has redundant parentheses;`);
};

const parsed = new Map<string, Written>();

/** Parses a condition: OR binds loosest, then AND, then NOT. Texts are few and constant, so each is parsed once. */
export const parseCondition = (label: string, text: string): Written => {
  const known = parsed.get(`${label} ${text}`);
  if (known !== undefined) return known;
  if (text.trim() === '') throw validation(`Invalid ${label}: The expression can not be empty;`);
  const tokens = tokensOf(label, text);
  refuseRedundantParentheses(label, tokens);
  const cursor = cursorOver(label, tokens);
  const condition = either(cursor);
  cursor.expect(cursor.peek().kind === 'end');
  parsed.set(`${label} ${text}`, condition);
  return condition;
};
