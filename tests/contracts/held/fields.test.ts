import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { isRecordKey } from '../../../functions/_storage/keys.ts';
import { loadEntries } from '../../../local/entries.ts';
import type { Answer, Asked } from '../../support/world.ts';
import { askOf } from '../book/asks.ts';
import { aFilledBook } from '../book/filled-book.ts';
import { bodySchemaOf, namesOf, type Place, placesIn } from './fields/places.ts';

const { endpoints } = await loadEntries();
const book = await aFilledBook();
const commits: { readonly key: Parameters<typeof isRecordKey>[0] }[] = [];
book.engine.onCommit((changes) => void commits.push(...changes));

const withBody = endpoints.filter(({ contract }) => contract.body !== undefined && contract.rawBody !== true);

/** Every word that stands for a field anywhere: in answers, in what is kept, and in what JavaScript believes. */
const words: readonly string[] = [
  ...new Set([
    ...namesOf(book.engine.items()),
    ...['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'length', '$ref', '$where', '_id', 'id'],
    ...['admin', 'isAdmin', 'role', 'approvedBy', 'actor', 'owner', 'tenantId', 'internal', 'discount', 'force'],
  ]),
].filter((name) => name !== '__proto__');

/** What a caller may hope for, where a word has a form. */
const hopes = new Map<string, unknown>([
  ['status', 'active'],
  ['version', 999],
  ['roles', ['finance']],
  ['scopes', ['credentials:write']],
]);
/** Parts of a path and answers of a form are texts, whatever they are called. */
const valueFor = (name: string, { open }: Place): unknown => (open ? 'shop-b' : (hopes.get(name) ?? 'shop-b'));

/** The body with further fields at one of its objects. */
const adding = (body: unknown, path: readonly (string | number)[], more: object): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return { ...Object(body), ...more };
  const inner = adding(Object(body)[first], rest, more);
  return Array.isArray(body)
    ? body.map((one, at) => (at === first ? inner : one))
    : { ...Object(body), [first]: inner };
};

const chunksOf = <T>(all: readonly T[], atOnce: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) => all.slice(at * atOnce, (at + 1) * atOnce));

const pointer = (path: readonly (string | number)[], name: string): string =>
  ['', ...path, name.replaceAll('~', '~0').replaceAll('/', '~1')].join('/');

const counts = { places: 0, fields: 0 };

type Told = {
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  readonly facts?: { readonly fields?: readonly string[] };
  readonly results?: readonly { readonly outcome: string; readonly status: number; readonly body: Told }[];
};

/** The refusal of the whole, or that of the one item of a batch. */
const refusalOf = ({ status, body }: Answer): { readonly status: number; readonly told: Told } => {
  const [item] = (body as Told).results ?? [];
  return item === undefined ? { status, told: body as Told } : { status: item.status, told: item.body };
};

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Where the contract says which fields there are, an unknown one is refused before anything is looked at. Where a
 * product or an operation of a batch says so, it is refused by that: with pointers that begin there, or as fields that
 * were not quoted.
 */
const wrongIn = (answer: Answer, { path, open }: Place, names: readonly string[]): readonly string[] => {
  const { status, told } = refusalOf(answer);
  const { errors = [], facts = {} } = told;
  const unknown = errors.filter(({ code }) => code === 'unknown-field').map((error) => error.pointer);
  const found = new Set(open ? [...unknown.map(lastOf), ...(facts.fields ?? [])] : unknown);
  const missed = names.filter((name) => !found.has(open ? name : pointer(path, name)));
  if (status !== 422 && !(open && status === 409)) return [`${status}: ${names}`];
  const written = open ? commits.filter(({ key }) => isRecordKey(key)) : commits;
  return [...missed, ...written.map(({ key }) => `written: ${JSON.stringify(key)}`)];
};

/** Sends every word that the place does not know, and says which were not refused by their name. */
const taken = async (
  [operation, asked]: readonly [string, Asked],
  place: Place,
  call = book.call,
): Promise<readonly string[]> => {
  const unknown = words.filter((name) => !place.known.has(name));
  const wrong: string[] = [];
  for (const names of chunksOf(unknown, place.open ? 15 : 45)) {
    const more = Object.fromEntries(names.map((name) => [name, valueFor(name, place)]));
    const body = adding(asked.body, place.path, more);
    commits.length = 0;
    wrong.push(...wrongIn(await call(operation, { ...asked, key: randomUUID(), body }), place, names));
  }
  counts.places += 1;
  counts.fields += unknown.length;
  return wrong;
};

/** Names that JSON writes and no object may have. */
const spelled = ['"__proto__":{"status":"active"}', '"\\u005f_proto__":{"roles":["finance"]}'];

describe('a field that is not declared', () => {
  it.each(withBody.map((endpoint) => [endpoint.contract.id, endpoint] as const))(
    'is refused by its name, wherever it stands in the body of %s',
    async (id, endpoint) => {
      const asked = await askOf(book, endpoint, book.ids);
      for (const place of placesIn(asked.body, bodySchemaOf(id)))
        expect([place.path, await taken([id, asked], place)]).toEqual([place.path, []]);
    },
  );

  it.each(withBody.map((endpoint) => [endpoint.contract.id, endpoint] as const))(
    'cannot be a prototype in %s',
    async (id, endpoint) => {
      const asked = await askOf(book, endpoint, book.ids);
      commits.length = 0;
      for (const text of spelled) {
        const body = `{${text},${JSON.stringify(asked.body).slice(1)}`;
        const answer = await book.call(id, { ...asked, key: randomUUID(), body });
        expect([answer.status, Object(answer.body).facts]).toEqual([400, { reason: 'forbidden-key' }]);
      }
      expect(commits).toEqual([]);
    },
  );
});

describe('the search for them', () => {
  it.each<readonly [string, string, (answer: Answer) => Answer]>([
    ['takes a field and says nothing', '201: ', (answer) => ({ ...answer, status: 201, body: {} })],
    [
      'refuses, and keeps one name to itself',
      'premium',
      (answer) => ({
        ...answer,
        body: JSON.parse(answer.text.replaceAll('/premium"', '/another"')),
      }),
    ],
    [
      'refuses, and has written',
      'written',
      (answer) => {
        commits.push({ key: { pk: 'T#shop-a#POL#1', sk: 'OP#1' } });
        return answer;
      },
    ],
  ])('finds an operation that %s', async (_what, words, change) => {
    const asked = { body: { resolution: 'It was looked into.' }, params: { alertId: book.ids.alertId } };
    const closing = { ...asked, as: { kind: 'person', id: 'person-9', roles: ['operator'] } } as const;
    const [place] = placesIn(asked.body, bodySchemaOf('closeAlert'));
    if (place === undefined) throw new Error('A body is a place.');
    const wrong = await taken(['closeAlert', closing], place, async (...given) => change(await book.call(...given)));
    expect(wrong.join()).toContain(words);
  });
});

afterAll(() => {
  console.log(
    `Undeclared fields: ${words.length} words at ${counts.places} places of bodies, ${counts.fields} in all.`,
  );
});
