import { type OperationId, operationIds } from '../operation.ts';
import { nearest } from './nearest.ts';

export type Words = { readonly noun: string; readonly verb: string };

const kebab = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '');

/** Whether many or one, it is the same word. */
const single = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|x|ch)es$/, '')
    .replace(/(?<!s)s$/, '');
const plural = (word: string): string => {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:ss|x|ch)$/.test(word) ? `${word}es` : `${word}s`;
};
/** There is one of it. */
const alone = ['health', 'clock', 'history', 'money', 'time', 'proof', 'server', 'decide'];

/** `createQuote` → quotes create: what it is about, and what is done. */
export const wordsOf = (id: OperationId): Words => {
  const [verb = '', ...rest] = kebab(id).split('-');
  const noun = rest.join('-');
  return { noun: alone.some((word) => noun.endsWith(word)) ? noun : plural(single(noun)), verb };
};

const sameNoun = (one: string, other: string): boolean => single(one) === single(other);

/** The operation that was meant, by its id or by two words, and what was typed beyond that. */
export const operationMeant = (words: readonly string[]): { id: OperationId; rest: readonly string[] } | undefined => {
  const [first = '', second] = words;
  const byId = operationIds.find((id) => id === first || kebab(id) === first);
  if (byId !== undefined) return { id: byId, rest: words.slice(1) };
  const byWords = operationIds.find((id) => {
    const { noun, verb } = wordsOf(id);
    return verb === second && sameNoun(noun, first);
  });
  return byWords === undefined ? undefined : { id: byWords, rest: words.slice(2) };
};

/** What is said where there is no such command, with what was probably meant. */
export const noSuchCommand = (words: readonly string[], own: readonly string[]): string => {
  const [first = '', second] = words;
  const all = operationIds.map(wordsOf);
  const verbsOf = (meant: string) => all.filter(({ noun }) => sameNoun(noun, meant)).map(({ verb }) => verb);
  const sentence = `There is no command ${words.slice(0, 2).join(' ')}`;
  const nouns = [...new Set(all.map(({ noun }) => noun))];
  const noun = nouns.find((one) => sameNoun(one, first)) ?? nearest(first, [...own, ...operationIds, ...nouns]);
  if (noun === undefined) return `${sentence}. See bindery --help.`;
  const verbs = verbsOf(noun);
  if (verbs.length === 0) return `${sentence}; did you mean bindery ${noun}?`;
  const verb = second !== undefined && verbs.includes(second) ? second : nearest(second ?? '', verbs);
  if (verb !== undefined) return `${sentence}; did you mean bindery ${noun} ${verb}?`;
  return `${sentence}; there are: ${verbs.map((one) => `${noun} ${one}`).join(', ')}.`;
};
