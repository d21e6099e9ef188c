import { isDeepStrictEqual } from 'node:util';
import { quotedGross } from './events.ts';
import type { Start } from './start.ts';

export const quoteNames = { ours: 'create-quote', again: 'create-quote again' } as const;
export const conventionalNames = { whole: 'conventional', lean: 'conventional, no SDK' } as const;
export const emptyName = 'an empty function';

type Answer = { readonly statusCode: number; readonly body: string };
/** What is right: the status of an answer to a request, or all of what a function says that answers none. */
export type Right = { readonly status: number } | { readonly whole: unknown };

const isQuote = (name: string): boolean =>
  [...Object.values(quoteNames), ...Object.values(conventionalNames)].some((one) => one === name);

/** Throws unless the first answer is the right one: whoever fails fast would win otherwise. */
export const assertAnswered = (name: string, { answer }: Pick<Start, 'answer'>, right: Right): void => {
  if ('whole' in right) {
    if (isDeepStrictEqual(answer, right.whole)) return;
    throw new Error(`${name} answers ${JSON.stringify(answer)} and not ${JSON.stringify(right.whole)}.`);
  }
  const { statusCode, body } = answer as Answer;
  if (statusCode !== right.status) throw new Error(`${name} answers ${statusCode}: ${body}`);
  if (!isQuote(name)) return;
  const gross = JSON.parse(body).items?.[0]?.offer?.premium?.gross?.amount;
  if (gross !== quotedGross) throw new Error(`${name} quotes ${gross} and not ${quotedGross}.`);
};
