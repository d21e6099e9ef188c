import { bareCode } from './code.ts';
import { parameterCounts } from './parameters.ts';
import { type Rule, sourcesIn } from './repository.ts';

const fileLinesMax = 250;
const functionLinesMax = 70;
const widthMax = 120;
/** A line that is one sentence in quotes, as contracts have them: breaking it would only hide it from a search. */
const isProse = /^\s*'[^']*',?$/;
const parametersMax = 4;

const linesOf = (source: string): readonly string[] => source.replace(/\n$/, '').split('\n');

/** Files, lines and parameter lists stay small. */
export const filesStaySmall: Rule = (repository) =>
  sourcesIn(repository).flatMap(([path, source]) => {
    const lines = linesOf(source);
    const wide = lines.flatMap((line, at) =>
      line.length > widthMax && !isProse.test(line)
        ? [`${path}:${at + 1} is ${line.length} characters wide; the most is ${widthMax}`]
        : [],
    );
    const many = parameterCounts(source)
      // A table of cases gives its test as many parameters as it has columns.
      .filter(({ count }) => count > parametersMax && !path.endsWith('.test.ts'))
      .map(({ line, count }) => `${path}:${line} takes ${count} parameters; the most is ${parametersMax}`);
    const long = lines.length > fileLinesMax ? [`${path} has ${lines.length} lines; the most is ${fileLinesMax}`] : [];
    return [...long, ...wide, ...many];
  });

const indentOf = (line: string): number => line.length - line.trimStart().length;
const opensFunction =
  /(=>|\bfunction\b[^;]*|^\s*(?!if|for|while|switch|catch|else|do|try)[\w#]+\([^;]*\)[^;=]*|^\s*\)[^;=]*) \{$/;

/** The line on which a function's head begins, when its parameters stand on lines of their own. */
const headLine = (lines: readonly string[], at: number): number => {
  const indent = indentOf(lines[at] ?? '');
  let head = at;
  while (/^\s*[)\]}>]/.test(lines[head] ?? '') && head > 0) {
    head -= 1;
    while (head > 0 && indentOf(lines[head] ?? '') > indent) head -= 1;
  }
  return head;
};

export type FunctionLength = { readonly line: number; readonly length: number; readonly head: string };

/**
 * The functions with a body, by their lines. The formatter puts the closing brace under the head, so that it is found
 * by its indentation.
 */
export const functionLengths = (source: string): readonly FunctionLength[] => {
  const lines = linesOf(bareCode(source));
  return lines.flatMap((line, at) => {
    if (!opensFunction.test(line)) return [];
    const head = headLine(lines, at);
    const indent = indentOf(line);
    const end = lines.findIndex(
      (later, place) => place > at && indentOf(later) === indent && later.trim().startsWith('}'),
    );
    if (end < 0 || /^\s*\)? ?(if|for|while|switch)\b/.test(lines[head] ?? '')) return [];
    return [{ line: head + 1, length: end - head + 1, head: lines[head] ?? '' }];
  });
};

/** No function is longer than a screen. A `describe` is a list of tests and may be. */
export const functionsStayShort: Rule = (repository) =>
  sourcesIn(repository).flatMap(([path, source]) =>
    functionLengths(source)
      .filter(({ length, head }) => length > functionLinesMax && !/^\s*describe\b/.test(head))
      .map(({ line, length }) => `${path}:${line} has a function of ${length} lines; the most is ${functionLinesMax}`),
  );
