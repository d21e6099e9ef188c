import { bareCode, lineAt } from './code.ts';

const opening = '([{';
const closing = ')]}';

/** The place of the bracket that closes the one at `at`. */
const closeOf = (code: string, at: number): number => {
  let depth = 0;
  for (let place = at; place < code.length; place += 1) {
    if (opening.includes(code.charAt(place))) depth += 1;
    if (closing.includes(code.charAt(place))) depth -= 1;
    if (depth === 0) return place;
  }
  return code.length;
};

/** Counts the commas of a list that stand outside inner brackets and type arguments; a trailing one counts nothing. */
const countIn = (list: string): number => {
  const trimmed = list.trim().replace(/,$/, '');
  if (trimmed === '') return 0;
  const flat = trimmed.replace(/=>/g, '  ');
  let depth = 0;
  let count = 1;
  for (const character of flat) {
    if (`${opening}<`.includes(character)) depth += 1;
    if (`${closing}>`.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) count += 1;
  }
  return count;
};

const isDeclared = (before: string): boolean => /\bfunction\b\s*\*?\s*\w*\s*(<[^()]*>)?$/.test(before);
const isArrow = (after: string): boolean => /^\s*(:[^=;{}()]*)?\s*=>/.test(after);

/** How many parameters each function takes, with the line of its list; types of functions count like functions. */
export const parameterCounts = (source: string): readonly { readonly line: number; readonly count: number }[] => {
  const code = bareCode(source);
  return [...code.matchAll(/\(/g)].flatMap(({ index }) => {
    const end = closeOf(code, index);
    const isHead = isDeclared(code.slice(Math.max(0, index - 200), index)) || isArrow(code.slice(end + 1, end + 200));
    return isHead ? [{ line: lineAt(source, index), count: countIn(code.slice(index + 1, end)) }] : [];
  });
};
