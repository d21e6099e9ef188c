import * as z from 'zod';
import { whileAnswering } from './transforms.ts';

/** A function as zod wrote it: its text, and by name the values that the text refers to. */
export type Written = { readonly code: string; readonly bindings: ReadonlyMap<string, unknown> };

/** What zod wrote for a schema, and for parts of it that are functions of their own. */
export type Capture = { readonly whole: Written; readonly parts: ReadonlyMap<unknown, Written> };

/**
 * Lets zod compile a schema, and keeps what it wrote. zod makes a function of its text by `new Function` and lets the
 * text itself out nowhere, so that call is listened to for as long as zod works.
 */
export const capture = (schema: z.ZodType): Capture => {
  const real = globalThis.Function;
  const parts = new Map<unknown, Written>();
  function Listening(...args: readonly string[]) {
    const make = real(...args);
    return (...values: readonly unknown[]): unknown => {
      const made: unknown = make(...values);
      const bindings = new Map(args.slice(0, -1).map((name, at) => [name, values[at]]));
      parts.set(made, { code: String(args.at(-1)), bindings });
      return made;
    };
  }
  try {
    globalThis.Function = Listening as unknown as FunctionConstructor;
    const whole = parts.get(whileAnswering(schema, () => z.core.compileFn(schema)));
    if (whole === undefined) throw new Error('zod no longer makes its validators by `new Function`.');
    return { whole, parts };
  } finally {
    globalThis.Function = real;
  }
};
