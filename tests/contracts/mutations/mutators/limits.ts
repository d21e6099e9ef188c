import { type Given, type Place, replacing } from '../mutator.ts';

/** Places whose schema says something of this kind. */
const saying = (...words: readonly string[]) => ({
  on: ['field', 'path', 'query'] as const,
  fits: ({ schema }: Place): boolean => words.some((word) => schema[word] !== undefined),
});
const said = ({ place }: Given, word: string): number => Number(place.schema[word]);
const many = (length: number, given: Given): string =>
  Array.from({ length: Math.max(0, Math.min(length, 70_000)) }, () => given.chance.pick([...'abcxyz0123'])).join('');

const lengths = [
  ...replacing('limit', saying('maxLength'), {
    longest: ['is the longest that is allowed', (_old, given) => many(said(given, 'maxLength'), given)],
    'too-long': ['is one too long', (_old, given) => many(said(given, 'maxLength') + 1, given)],
    'longest-in-chinese': ['is the longest, in Chinese', (_old, given) => '保'.repeat(said(given, 'maxLength'))],
    'longest-in-emoji': ['is the longest, in emoji', (_old, given) => '😀'.repeat(said(given, 'maxLength') / 2)],
  }),
  ...replacing('limit', saying('minLength'), {
    shortest: ['is the shortest that is allowed', (_old, given) => many(said(given, 'minLength'), given)],
    'too-short': ['is one too short', (_old, given) => many(said(given, 'minLength') - 1, given)],
    'shortest-of-spaces': ['is as many spaces as are asked', (_old, given) => ' '.repeat(said(given, 'minLength'))],
  }),
];

const numbers = [
  ...replacing('limit', saying('maximum'), {
    greatest: ['is the greatest that is allowed', (_old, given) => said(given, 'maximum')],
    'too-great': ['is one too great', (_old, given) => said(given, 'maximum') + 1],
  }),
  ...replacing('limit', saying('minimum'), {
    least: ['is the least that is allowed', (_old, given) => said(given, 'minimum')],
    'too-small': ['is one too small', (_old, given) => said(given, 'minimum') - 1],
  }),
];

const namesOf = ({ place }: Given): readonly string[] => (place.schema['enum'] as readonly string[]) ?? [];
const choices = replacing('choice', saying('enum'), {
  other: ['is another one of its choices', (old, given) => given.chance.pick(namesOf(given).filter(isNot(old)))],
  last: ['is the last of its choices', (_old, given) => namesOf(given).at(-1)],
  capitals: ['is a choice in capitals', (_old, given) => String(namesOf(given)[0]).toUpperCase()],
  spaced: ['is a choice with a space behind', (_old, given) => `${namesOf(given)[0]} `],
  both: ['is two choices with a comma', (_old, given) => `${namesOf(given)[0]},${namesOf(given).at(-1)}`],
  number: ['is the number of a choice', () => 0],
});
const isNot = (old: unknown) => (one: string, _at: number, all: readonly string[]) => one !== old || all.length === 1;

const counts = [
  ...replacing(
    'count',
    { ...saying('maxItems'), on: ['field'] },
    {
      most: ['has as many items as are allowed', (old, given) => repeated(old, said(given, 'maxItems'))],
      'too-many': ['has one item too many', (old, given) => repeated(old, said(given, 'maxItems') + 1)],
    },
  ),
  ...replacing(
    'count',
    { ...saying('minItems'), on: ['field'] },
    {
      'too-few': ['has one item too few', (old, given) => repeated(old, said(given, 'minItems') - 1)],
    },
  ),
];
const repeated = (old: unknown, length: number): unknown[] =>
  Array.from({ length }, (_none, at) => (Array.isArray(old) ? (old[at] ?? old[0]) : old) ?? {});

const extras = replacing(
  'optional',
  { on: ['field', 'query'], fits: ({ schema }) => schema['example'] !== undefined },
  {
    example: ['is the example of its documentation', (_old, { place }) => place.schema['example']],
  },
);

export const limitMutators = [...lengths, ...numbers, ...choices, ...counts, ...extras];
