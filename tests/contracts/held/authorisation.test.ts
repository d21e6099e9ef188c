import { afterAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import type { Platform, VerifiedToken } from '../../../functions/_kit/platform.ts';
import { aMatrixBook, type MatrixBook, type Whose } from './matrix/book.ts';
import { callersOf, endpoints, roles, scopes, verdictOf } from './matrix/callers.ts';
import { type Cell, faultsOf, wrongEffects } from './matrix/judge.ts';
import { wishesOf } from './matrix/wishes.ts';

const whoses: readonly Whose[] = ['own', 'foreign', 'nothing'];

const cellsOf = async (book: MatrixBook, { contract, ...rest }: Endpoint): Promise<readonly Cell[]> => {
  const endpoint = { contract, ...rest };
  const cells = await Promise.all(
    whoses.map(async (whose) => {
      const wishes = await wishesOf(book, endpoint, whose);
      return wishes.flatMap((wish) => callersOf(contract).map((caller) => ({ contract, whose, caller, wish })));
    }),
  );
  return cells.flat();
};

/** Asks one cell, and says in words what is wrong with the answer and its effects. */
const asked = async (book: MatrixBook, cell: Cell): Promise<readonly string[]> => {
  const { contract, caller, wish, whose } = cell;
  const { actor } = caller;
  const who = actor === undefined ? { headers: { ...wish.asked.headers, authorization: '' } } : { as: actor };
  book.takeEffects();
  const answer = await book.raw(contract.id, { ...wish.asked, ...who });
  const wrong = [...faultsOf(book, cell, answer), ...wrongEffects(cell, book.takeEffects())];
  return wrong.map((what) => `${contract.id} by ${wish.name}, ${caller.name}, ${whose} tenant: ${what}`);
};

const changesOwn = ({ contract, whose, caller, wish }: Cell): boolean =>
  whose === 'own' && contract.method === 'POST' && verdictOf(contract, caller, wish.include) === 'may';

const book = await aMatrixBook();
const counts = { cells: 0, refused: 0, foreign: 0 };

const answered = async (endpoint: Endpoint, which: (cell: Cell) => boolean): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const cell of (await cellsOf(book, endpoint)).filter(which)) {
    counts.cells += 1;
    counts.refused += verdictOf(cell.contract, cell.caller, cell.wish.include) === 'may' ? 0 : 1;
    counts.foreign += cell.whose === 'own' ? 0 : 1;
    found.push(...(await asked(book, cell)));
  }
  return found.slice(0, 10);
};

const named = endpoints.map((endpoint) => [endpoint.contract.id, endpoint] as const);

describe('who may not, or asks for what is not theirs, learns nothing and changes nothing', () => {
  it.each(named)('%s', async (_id, endpoint) => {
    expect((await answered(endpoint, (cell) => !changesOwn(cell))).join('\n')).toBe('');
  });
});

// Last, for these use up what the others ask for.
describe('who may is let through, for their own', () => {
  it.each(named.filter(([, { contract }]) => contract.method === 'POST'))('%s', async (_id, endpoint) => {
    expect(await answered(endpoint, changesOwn)).toEqual([]);
  });
});

afterAll(() => {
  const { cells, refused, foreign } = counts;
  console.log(
    `Authorisation matrix: ${endpoints.length} operations, ${scopes.length} scopes, ${roles.length} roles: ` +
      `${cells} cells, of which ${refused} were refused by right and ${foreign} asked for what is not theirs.`,
  );
});

type Planting = { on: boolean; readonly change: (token: VerifiedToken) => VerifiedToken };

/** A platform that believes tokens wrongly once it is told to. */
const misled =
  (planting: Planting) =>
  (platform: Platform): Platform => ({
    ...platform,
    tokens: {
      verify: async (token) => {
        const verified = await platform.tokens.verify(token);
        return verified === undefined || !planting.on ? verified : planting.change(verified);
      },
    },
  });

describe('the matrix', () => {
  it.each<readonly [string, string, Planting['change']]>([
    ['takes everybody for the first shop', 'foreign tenant', (token) => ({ ...token, tenant: 'shop-a' })],
    ['gives every scope', 'for who is forbidden', ({ actor, ...rest }) => ({ ...rest, actor: { ...actor, scopes } })],
    ['gives every role', 'for who is forbidden', ({ actor, ...rest }) => ({ ...rest, actor: { ...actor, roles } })],
    [
      'takes systems for people',
      'a client with every role, own tenant: 200 for who is forbidden',
      ({ actor, ...rest }) => ({ ...rest, actor: { ...actor, kind: 'person' } }),
    ],
    ['takes rights away', 'for who may', ({ actor, ...rest }) => ({ ...rest, actor: { ...actor, scopes: [] } })],
  ])('finds a platform that %s', async (_what, words, change) => {
    const planting = { on: false, change };
    const wrong = await aMatrixBook(misled(planting));
    const found: string[] = [];
    for (const id of ['getUnmatchedMoney', 'getPolicy']) {
      const endpoint = endpoints.find(({ contract }) => contract.id === id);
      const cells = endpoint === undefined ? [] : await cellsOf(wrong, endpoint);
      planting.on = true;
      for (const cell of cells) found.push(...(await asked(wrong, cell)));
      planting.on = false;
    }
    expect(found.join('\n')).toContain(words);
  });
});
