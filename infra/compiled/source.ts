import * as z from 'zod';
import { type Capture, capture, type Written } from './capture.ts';
import { transformIn } from './transforms.ts';

/** Says where a function of our own can be imported from, as an expression; undefined where it is exported nowhere. */
export type ExpressionOf = (value: unknown) => string | undefined;

/** What zod's text refers to and a text cannot hold: zod's own helpers, and one of the language. */
const helpers = new Map<unknown, string>([
  [z.core.INVALID, 'INVALID'],
  [Object.prototype.propertyIsEnumerable, 'Object.prototype.propertyIsEnumerable'],
  ...Object.entries(z.core.util).map(([name, value]) => [value, `util.${name}`] as const),
  ...Object.entries(z.core.regexes).map(([name, value]) => [value, `regexes.${name}`] as const),
]);

/** Small functions of zod's own that it exports nowhere, by their text; none of ours may be asynchronous. */
const small = new Map<string, (written: () => unknown) => string>([
  ['(input) => input.trim()', (trim) => String(trim)],
  ['() => schema._zod.def.defaultValue', (given) => `() => (${JSON.stringify(given())})`],
  [
    'function throwAsync() {\n    throw new $ZodAsyncError();\n}',
    () => '() => { throw new Error("A check is asynchronous."); }',
  ],
]);

const smallText = (value: unknown): string | undefined =>
  typeof value === 'function' ? small.get(String(value))?.(value as () => unknown) : undefined;

const expressionOf = (value: unknown, { parts }: Capture, ours: ExpressionOf): string => {
  const part = parts.get(value);
  if (part !== undefined) return `(${functionText(part, { whole: part, parts }, ours)})()`;
  const known = helpers.get(value) ?? ours(transformIn(value) ?? value) ?? smallText(value);
  if (known !== undefined) return known;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Set) return `new Set(${JSON.stringify([...value])})`;
  throw new Error(`A check cannot be compiled that no file beside its schema exports: ${String(value)}`);
};

const functionText = ({ code, bindings }: Written, all: Capture, ours: ExpressionOf): string => {
  const constants = [...bindings].filter(([name]) => name !== 'INVALID');
  const declared = constants.map(([name, value]) => `const ${name} = ${expressionOf(value, all, ours)};\n`).join('');
  return `() => {\n${declared}${code}\n}`;
};

/**
 * A schema as the text of a function that makes its validator. This gives the value that the schema would give, or
 * `INVALID`; for it, as for `util` and `regexes` of zod, the module around has to have a name. Throws where a schema
 * cannot be compiled.
 */
export const validatorSource = (schema: z.ZodType, ours: ExpressionOf): string => {
  const all = capture(schema);
  return functionText(all.whole, all, ours);
};
