import { foundAt, type Place, respelling } from '../mutator.ts';
import type { Draft } from '../request.ts';

const signed = /^[\w-]{16,}\.[\w-]+(\.[\w-]+)?$/;
const names = ['offer', 'preview', 'token', 'code', 'client_secret', 'client_id', 'subject_token', 'actor_token'];

const isToken = (place: Place, draft: Draft): boolean => {
  const old = foundAt(draft, place);
  return names.includes(place.name) || (typeof old === 'string' && signed.test(old));
};
const somewhere = { on: ['field', 'query'], fits: isToken } as const;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The same text with one bit of one of its base64 letters flipped. */
const flipped = (text: string, at: number, bit: number): string => {
  const value = letters.indexOf(text[at] ?? '');
  return value < 0 ? `${text}A` : `${text.slice(0, at)}${letters[value ^ (1 << bit)]}${text.slice(at + 1)}`;
};
const parts = (text: string): readonly string[] => text.split('.');
const asJson = (text: string): Record<string, unknown> => {
  try {
    return Object(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return {};
  }
};
const sealed = (content: unknown, rest: readonly string[]): string =>
  [Buffer.from(JSON.stringify(content)).toString('base64url'), ...rest].join('.');
const rewritten = (text: string, change: (content: Record<string, unknown>) => object): string => {
  const [first = '', ...rest] = parts(text);
  return sealed(change(asJson(first)), rest);
};

export const tokenMutators = respelling('seal', somewhere, {
  'one-bit': ['has one bit flipped', (old, { chance }) => flipped(old, chance.below(old.length), chance.below(6))],
  'first-bit': ['has its first letter changed', (old) => flipped(old, 0, 0)],
  'last-bit': ['has the last bit of its last letter flipped', (old) => flipped(old, old.length - 1, 0)],
  truncated: ['breaks off', (old) => old.slice(0, -4)],
  half: ['is its first half', (old) => old.slice(0, old.length >> 1)],
  'without-signature': ['lacks its last part', (old) => parts(old).slice(0, -1).join('.')],
  'empty-signature': ['has an empty last part', (old) => `${parts(old).slice(0, -1).join('.')}.`],
  'empty-parts': ['has empty parts', () => '..'],
  'part-more': ['has one part more', (old) => `${old}.AAAA`],
  'parts-swapped': ['has its parts the other way round', (old) => parts(old).toReversed().join('.')],
  'dots-alone': ['is a thousand dots', () => '.'.repeat(1_000)],
  padded: ['is padded', (old) => `${old}==`],
  'other-alphabet': ['is in the other base64', (old) => `${old.replaceAll('-', '+').replaceAll('_', '/')}+/`],
  spaced: ['has a space inside', (old) => `${old.slice(0, 10)} ${old.slice(10)}`],
  'of-another-shop': ['is an offer to another shop', (_old, { hoard }) => hoard.things.offers.foreign],
  expired: ['is an offer that has expired', (_old, { hoard }) => hoard.things.offers.expired],
  'from-the-future': ['is an offer of a time to come', (_old, { hoard }) => hoard.things.offers.early],
  'a-cursor': ['is a cursor', (_old, { hoard }) => hoard.things.cursors.policies],
  'a-jwt': ['is a token of access', () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.AAAA'],
  'other-key': [
    'names another key',
    (old) =>
      parts(old)
        .map((part, at) => (at === 1 ? 'k2' : part))
        .join('.'),
  ],
  'inherited-key': [
    'names a key that every object has',
    (old) =>
      parts(old)
        .map((part, at) => (at === 1 ? 'constructor' : part))
        .join('.'),
  ],
  cheaper: [
    'says other numbers under its old signature',
    (old) =>
      rewritten(old, (content) =>
        Object.fromEntries(Object.entries(content).map(([key, value]) => [key, typeof value === 'number' ? 1 : value])),
      ),
  ],
  'says-less': ['says nothing under its old signature', (old) => rewritten(old, () => ({}))],
  'says-null': ['says null under its old signature', (old) => sealed(null, parts(old).slice(1))],
  'says-too-much': [
    'says more under its old signature',
    (old) => rewritten(old, (content) => ({ ...content, t: 'shop-a', extra: 'x'.repeat(500) })),
  ],
  'not-json': [
    'is bytes that are no JSON',
    (old) => `${Buffer.from([0xff, 0xfe, 0]).toString('base64url')}.${parts(old).slice(1).join('.')}`,
  ],
  'past-longest': ['has 20,000 letters', () => `${'A'.repeat(9_990)}.k1.${'B'.repeat(5)}`],
});
