import * as z from 'zod';
import { type Capture, capture, type Written } from './capture.ts';

/** Says where a function of our own can be imported from, as an expression; undefined where it is exported nowhere. */
export type ExpressionOf = (value: unknown) => string | undefined;

/** What zod's text refers to and a text cannot hold: zod's own helpers, and one of the language. */
const helpers = new Map<unknown, string>([
  [z.core.INVALID, 'INVALID'],
  [Object.prototype.propertyIsEnumerable, 'Object.prototype.propertyIsEnumerable'],
  ...Object.entries(z.core.util).map(([name, value]) => [value, `util.${name}`] as const),
  ...Object.entries(z.core.regexes).map(([name, value]) => [value, `regexes.${name}`] as const),
]);

/** Thrown by what zod writes where a check turns out to be asynchronous: none of ours may be. */
const isThrowAsync = (value: unknown): boolean => typeof value === 'function' && value.name === 'throwAsync';

const expressionOf = (value: unknown, { parts }: Capture, ours: ExpressionOf): string => {
  const part = parts.get(value);
  if (part !== undefined) return functionText(part, { whole: part, parts }, ours);
  const known = helpers.get(value) ?? ours(value);
  if (known !== undefined) return known;
  if (isThrowAsync(value)) return '() => { throw new Error("A check is asynchronous."); }';
  if (value instanceof RegExp) return String(value);
  if (value instanceof Set) return `new Set(${JSON.stringify([...value])})`;
  throw new Error(`A check cannot be compiled that no file beside its schema exports: ${String(value)}`);
};

const functionText = ({ code, bindings }: Written, all: Capture, ours: ExpressionOf): string => {
  const constants = [...bindings].filter(([name]) => name !== 'INVALID');
  const declared = constants.map(([name, value]) => `const ${name} = ${expressionOf(value, all, ours)};\n`).join('');
  return `(() => {\n${declared}${code}\n})()`;
};

/**
 * A schema as the text of a function: it gives the value that the schema would give, or `INVALID`, for which the module
 * around it, like `util` and `regexes` of zod, has to have a name. Throws where a schema cannot be compiled.
 */
export const validatorSource = (schema: z.ZodType, ours: ExpressionOf): string => {
  const all = capture(schema);
  return functionText(all.whole, all, ours);
};
