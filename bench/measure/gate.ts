import { isDeepStrictEqual } from 'node:util';

/** Somebody who answers requests; what is not part of the task (ids, times) is left out of the answer. */
export type Answering<R> = { readonly name: string; readonly answer: (request: R) => unknown };

/**
 * Nobody is measured before everybody has answered every request alike: a fast wrong answer is no answer. Throws with
 * the first request on which one differs from the first.
 */
export const gate = async <R>(requests: readonly R[], all: readonly Answering<R>[]): Promise<void> => {
  const [first, ...others] = all;
  if (first === undefined) throw new Error('Nobody answers.');
  for (const request of requests) {
    const right = await first.answer(request);
    for (const { name, answer } of others) {
      const given = await answer(request);
      if (isDeepStrictEqual(given, right)) continue;
      throw new Error(
        `${name} answers otherwise than ${first.name}.\nRequest: ${JSON.stringify(request)}\n` +
          `${first.name}: ${JSON.stringify(right)}\n${name}: ${JSON.stringify(given)}`,
      );
    }
  }
};
