import type * as z from 'zod';

/** What a compiled function gives for a value that its schema refuses. */
export const INVALID: unique symbol = Symbol('INVALID');

type Result = z.ZodSafeParseResult<unknown>;

/** What a function of ours asks of a schema. */
export type Compiled = {
  readonly parse: (value: unknown) => unknown;
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: unknown } | { readonly success: false };
  readonly safeParseAsync: (value: unknown) => Promise<Result>;
};

type Check = (value: unknown) => unknown;

/**
 * A schema without zod: whether a value holds is known at once, and why it does not when the schema itself has been
 * fetched, which a good request never waits for. The function that checks is made when it is asked first.
 */
export const compiled = (make: () => Check, name: string, whole: () => Promise<z.ZodType>): Compiled => {
  let made: Check | undefined;
  const check = (value: unknown): unknown => {
    made ??= make();
    return made(value);
  };
  return {
    parse: (value) => {
      const data = check(value);
      if (data === INVALID) throw new Error(`This is not what ${name} describes.`);
      return data;
    },
    safeParse: (value) => {
      const data = check(value);
      return data === INVALID ? { success: false } : { success: true, data };
    },
    safeParseAsync: async (value) => {
      const data = check(value);
      return data === INVALID ? (await whole()).safeParse(value) : { success: true, data };
    },
  };
};
