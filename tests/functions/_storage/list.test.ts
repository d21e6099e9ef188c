import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListFilter, narrowed } from '../../../functions/_kit/list-filter.ts';
import { aBook, customerOf, type Reported, type Sold } from './a-book.ts';

type Book = ReturnType<typeof aBook>;
const minuteOf = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString();
const policyStatuses = ['pending', 'on-risk', 'cancelled'];
const claimStatuses = ['registered', 'rejected'];
const references = ['order-1', 'order-2'];

const soldAt = fc.record({
  customerId: fc.integer({ min: 1, max: 2 }).map(customerOf),
  reference: fc.constantFrom(...references),
  status: fc.constantFrom(...policyStatuses),
  createdAt: fc.integer({ min: 0, max: 9 }).map(minuteOf),
});
const filters = {
  status: fc.option(fc.constantFrom(...policyStatuses, ...claimStatuses), { nil: undefined }),
  createdFrom: fc.option(fc.integer({ min: 0, max: 5 }).map(minuteOf), { nil: undefined, freq: 1 }),
  createdTo: fc.option(fc.integer({ min: 4, max: 12 }).map(minuteOf), { nil: undefined, freq: 1 }),
  customerId: fc.option(fc.integer({ min: 1, max: 2 }).map(customerOf), { nil: undefined }),
  reference: fc.option(fc.constantFrom(...references), { nil: undefined }),
};
/** Something that happens between two pages: a sale or a report, now or by a slow clock, or a change of a status. */
const happening = fc.record({
  what: fc.constantFrom('new', 'move', 'nothing'),
  which: fc.nat({ max: 20 }),
  sold: soldAt,
  status: fc.constantFrom(...policyStatuses, ...claimStatuses),
});
type Happening = { what: string; which: number; sold: Sold; status: string };

const within = (at: string, { createdFrom, createdTo }: ListFilter): boolean =>
  (createdFrom === undefined || at >= createdFrom) && (createdTo === undefined || at < createdTo);
const isAsked = (wanted: string | undefined, is: string | undefined): boolean => wanted === undefined || wanted === is;

const policyFits = (one: Sold, filter: ListFilter): boolean =>
  within(one.createdAt, filter) &&
  isAsked(filter.status, one.status) &&
  isAsked(filter.customerId, one.customerId) &&
  isAsked(filter.reference, one.reference);

const claimFits = (one: Reported, filter: ListFilter, { policies }: Book): boolean => {
  const policy = policies.get(one.policyId);
  return (
    within(one.reportedAt, filter) &&
    isAsked(filter.status, one.status) &&
    isAsked(filter.policyId, one.policyId) &&
    isAsked(filter.customerId, policy?.customerId) &&
    isAsked(filter.reference, policy?.reference)
  );
};

type Side = {
  readonly kind: 'policy' | 'claim';
  readonly fitting: (book: Book, filter: ListFilter) => readonly string[];
  readonly happens: (book: Book, one: Happening) => Promise<unknown>;
};
const named = <T>(all: ReadonlyMap<string, T>, fits: (one: T) => boolean): readonly string[] =>
  [...all].flatMap(([id, one]) => (fits(one) ? [id] : []));
const nth = (all: ReadonlyMap<string, unknown>, which: number): string => [...all.keys()][which % all.size] ?? '';

const policySide: Side = {
  kind: 'policy',
  fitting: ({ policies }, filter) => named(policies, (one) => policyFits(one, filter)),
  happens: (book, { what, which, sold, status }) =>
    what === 'new' ? book.sell({ ...sold }) : book.movePolicy(nth(book.policies, which), status),
};
const claimSide: Side = {
  kind: 'claim',
  fitting: (book, filter) => named(book.claims, (one) => claimFits(one, filter, book)),
  happens: (book, { what, which, sold, status }) => {
    if (what !== 'new') return book.moveClaim(nth(book.claims, which), status);
    return book.report({ policyId: nth(book.policies, which), status: 'registered', reportedAt: sold.createdAt });
  },
};

const idIn = (state: unknown, kind: string): string => String(Object(state)[`${kind}Id`]);

/** Reads page by page while things happen; answers what was seen, and what fitted from the beginning to the end. */
const readThrough = async (
  book: Book,
  { kind, fitting, happens }: Side,
  asked: { readonly filter: ListFilter; readonly limit: number; readonly between: readonly Happening[] },
) => {
  const { filter, limit, between } = asked;
  const seen: string[] = [];
  let throughout = new Set(fitting(book, filter));
  let after: string | undefined;
  for (let pages = 0; ; pages += 1) {
    const page = await book.store.list(kind, { tenant: 'shop-a', after, limit, ...narrowed(kind, filter) });
    const ids = page.items.map((state) => idIn(state, kind));
    expect(ids.length).toBeLessThanOrEqual(limit);
    expect(fitting(book, filter)).toEqual(expect.arrayContaining(ids));
    seen.push(...ids);
    after = page.next;
    const one = between[pages];
    if (one !== undefined && one.what !== 'nothing') await happens(book, one);
    const still = new Set(fitting(book, filter));
    throughout = new Set([...throughout].filter((id) => still.has(id)));
    if (after === undefined) return { seen, throughout };
  }
};

const sales = fc.array(soldAt, { minLength: 1, maxLength: 10 });
const asking = { limit: fc.integer({ min: 1, max: 4 }), between: fc.array(happening, { maxLength: 12 }) };

describe('a list that is read while the business goes on', () => {
  it.each([policySide, claimSide])(
    'shows each $kind that fits throughout exactly once, and none twice',
    async (side) => {
      const reports = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 12 });
      const world = fc.record({ sales, reports, filter: fc.record(filters), ofPolicy: fc.boolean(), ...asking });
      await fc.assert(
        fc.asyncProperty(world, async ({ sales, reports, filter, ofPolicy, ...asked }) => {
          const book = aBook();
          for (const sold of sales) await book.sell({ ...sold });
          for (const [which, minute] of reports) {
            const policyId = nth(book.policies, which);
            await book.report({ policyId, status: 'registered', reportedAt: minuteOf(minute) });
          }
          const policyId = nth(book.policies, 0);
          const narrowing = side.kind === 'claim' && ofPolicy ? { ...filter, policyId } : filter;
          const { seen, throughout } = await readThrough(book, side, { filter: narrowing, ...asked });
          expect(new Set(seen).size).toBe(seen.length);
          expect([...throughout].filter((id) => !seen.includes(id))).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('is in the order of its time, newest first or oldest first', async () => {
    const book = aBook();
    const ids: string[] = [];
    for (let minute = 0; minute < 5; minute += 1)
      ids.push(
        await book.sell({ customerId: customerOf(1), reference: 'r', status: 'pending', createdAt: minuteOf(minute) }),
      );
    const time = { from: minuteOf(1), to: minuteOf(4) };
    const read = async (oldestFirst: boolean) => {
      const page = await book.store.list('policy', {
        tenant: 'shop-a',
        after: undefined,
        limit: 9,
        oldestFirst,
        ...time,
      });
      return page.items.map((state) => idIn(state, 'policy'));
    };
    expect(await read(true)).toEqual(ids.slice(1, 4));
    expect(await read(false)).toEqual(ids.slice(1, 4).reverse());
  });
});

describe('what a list costs', () => {
  const many = async () => {
    const book = aBook();
    for (let minute = 0; minute < 450; minute += 1) {
      const customerId = customerOf(minute === 0 ? 1 : 2);
      await book.sell({ customerId, reference: `order-${minute}`, status: 'pending', createdAt: minuteOf(minute) });
    }
    return book;
  };

  it('is bounded: a filter that hardly anything fits answers what it has and goes on from there', async () => {
    const { store, policies } = await many();
    const first = [...policies.keys()][0] ?? '';
    const asked = { tenant: 'shop-a', limit: 20, ...narrowed('policy', { status: 'pending' }) };
    const isFirst = (state: unknown): boolean => idIn(state, 'policy') === first;
    const found: number[] = [];
    let after: string | undefined;
    do {
      const page = await store.list('policy', { ...asked, after, matches: isFirst });
      found.push(page.items.length);
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual([0, 0, 1]);
  });

  it('is that of the page where everything fits the filter', async () => {
    const { store, meter } = await many();
    for (const limit of [1, 20]) {
      const before = meter.read;
      const narrowing = narrowed('policy', { status: 'pending' });
      const page = await store.list('policy', { tenant: 'shop-a', after: undefined, limit, ...narrowing });
      expect(page.items).toHaveLength(limit);
      // The page of the index is less than eight kilobytes, one unit; each policy is two items of a unit each.
      expect(meter.read - before).toBeLessThanOrEqual(1 + 2 * limit);
    }
  });

  it('is little more than that of the page where one in five does not fit', async () => {
    const { store, meter, policies, movePolicy } = await many();
    for (const [at, id] of [...policies.keys()].entries()) if (at % 5 === 0) await movePolicy(id, 'cancelled');
    const before = meter.read;
    const narrowing = narrowed('policy', { status: 'pending' });
    const page = await store.list('policy', { tenant: 'shop-a', after: undefined, limit: 20, ...narrowing });
    expect(page.items).toHaveLength(20);
    // Twenty give sixteen, and ten more the other four: thirty policies of two units, and two pages of the index.
    expect(meter.read - before).toBeLessThanOrEqual(60 + 2);
  });

  it('does not grow with the book where a customer or a reference is named', async () => {
    const { store, meter } = await many();
    const costOf = async (filter: ListFilter): Promise<number> => {
      const before = meter.read;
      const page = await store.list('policy', {
        tenant: 'shop-a',
        after: undefined,
        limit: 20,
        ...narrowed('policy', filter),
      });
      expect(page.items).toHaveLength(1);
      return meter.read - before;
    };
    // The index entry, half a unit, and two items of the policy, a unit each.
    expect(await costOf({ customerId: customerOf(1) })).toBeLessThanOrEqual(3);
    expect(await costOf({ reference: 'order-0' })).toBeLessThanOrEqual(3);
  });
});

describe('a list of one tenant', () => {
  it('shows nothing of another, whatever is named', async () => {
    const book = aBook();
    const policyId = await book.sell({
      customerId: customerOf(1),
      reference: 'r',
      status: 'pending',
      createdAt: minuteOf(1),
    });
    await book.report({ policyId, status: 'registered', reportedAt: minuteOf(2) });
    for (const kind of ['policy', 'claim'])
      for (const filter of [{}, { customerId: customerOf(1) }, { reference: 'r' }, { policyId }]) {
        if (kind === 'policy' && 'policyId' in filter) continue;
        const asked = { after: undefined, limit: 20, ...narrowed(kind, filter) };
        expect((await book.store.list(kind, { tenant: 'shop-a', ...asked })).items).toHaveLength(1);
        expect((await book.store.list(kind, { tenant: 'shop-b', ...asked })).items).toEqual([]);
      }
  });
});
