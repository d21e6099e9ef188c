import type { Endpoint } from '../../../../functions/_kit/implement.ts';
import { operations } from '../../../support/held/document.ts';
import type { Asked } from '../../../support/world.ts';
import { askOf } from '../../book/asks.ts';
import type { MatrixBook } from './book.ts';
import { tenants, type Whose } from './book.ts';

/** One way to name a thing of the first shop: where its id stands, and which it is. */
export type Wish = {
  readonly name: string;
  readonly asked: Asked;
  /** What stands in `?include=`; each needs a scope of its own. */
  readonly include?: readonly string[];
  /** Says that it names a thing that has to be the caller's own. */
  readonly names: 'a thing' | 'a filter' | 'nothing';
};

/** What a history or a proof can be asked of. */
const histories = ['policyId', 'customerId', 'claimId', 'basketId', 'alertId', 'statementId', 'unmatchedId'] as const;
const others = ['credentialId', 'notificationId', 'endpointId'] as const;

/** Ids in paths that name no thing of one tenant, and ids in bodies that are the caller's own words. */
const nobodys = new Set(['productId', 'tenantId']);

type Values = Readonly<Record<string, readonly string[]>>;

/** What can stand in a filter or a search; a filter by an id that has no line here has to join. */
const filtersOf = ({ ids }: MatrixBook): Values => ({
  customerId: [ids.customerId],
  policyId: [ids.policyId],
  objectId: [...histories, ...others].map((kind) => ids[kind]),
  reference: ['SO-20261123-0042', 'cart-1'],
  // How many, from when, in which state, in which order or version: not whose.
  ...{ limit: ['1'], createdFrom: [], createdTo: [], status: [], types: [], provider: [], include: [] },
  ...{ cursor: [], after: [], asOf: [], knownAt: [], since: [], version: [], code: [] },
});

const pathWishes = (book: MatrixBook, { contract }: Endpoint, base: Asked): readonly Wish[] => {
  const names = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const isThing = names.some((name) => name.endsWith('Id') && !nobodys.has(name)) || names.includes('policyNumber');
  const kind = isThing ? ('a thing' as const) : ('nothing' as const);
  if (!names.includes('objectId')) return [{ name: 'its path', asked: base, names: kind }];
  return [...histories, ...others].map((id) => ({
    name: `its path, ${id}`,
    asked: { ...base, params: { ...base.params, objectId: book.ids[id] } },
    names: 'a thing' as const,
  }));
};

const filterWishes = (book: MatrixBook, { contract }: Endpoint, base: Asked): readonly Wish[] => {
  const filters = filtersOf(book);
  const known = operations.get(contract.id)?.parameters.filter((one) => one.in === 'query') ?? [];
  return known.flatMap(({ name }) => {
    const values = filters[name];
    if (values === undefined) throw new Error(`${contract.id}: give ?${name}= a value in matrix/wishes.ts.`);
    return values.map((value) => ({
      name: `?${name}=${value}`,
      asked: { ...base, query: { ...base.query, [name]: value } },
      names: 'a filter' as const,
    }));
  });
};

const includeWishes = (endpoint: Endpoint, base: Asked): readonly Wish[] => {
  const include = Object.keys(endpoint.contract.includes ?? {});
  const isThing = endpoint.contract.path.includes('Id}');
  return include.length === 0
    ? []
    : [
        {
          name: `?include=${include}`,
          asked: { ...base, query: { ...base.query, include: include.join(',') } },
          include,
          names: isThing ? 'a thing' : 'a filter',
        },
      ];
};

/** The page after the first of the first shop: its cursor in the hands of others. */
const cursorWishes = async (book: MatrixBook, { contract }: Endpoint, base: Asked): Promise<readonly Wish[]> => {
  const name = ['cursor', 'after'].find((one) =>
    operations.get(contract.id)?.parameters.some((parameter) => parameter.name === one),
  );
  if (name === undefined) return [];
  const { body } = await book.call(contract.id, { ...base, query: { ...base.query, limit: '1' } });
  const next: unknown = Object(body).next;
  if (typeof next !== 'string') return [];
  const query = { ...base.query, [name]: next, limit: '1' };
  return [{ name: `?${name}=`, asked: { ...base, query }, names: 'a filter' }];
};

const namesInBody = (body: unknown): readonly string[] =>
  Object.keys(Object(body)).filter((name) => /Id$/.test(name) && !nobodys.has(name));

/** Everything that the operation can be asked about the first shop's things, by a caller of the given tenant. */
export const wishesOf = async (book: MatrixBook, endpoint: Endpoint, whose: Whose): Promise<readonly Wish[]> => {
  const tenant = tenants[whose];
  const base = await askOf(book, endpoint, book.ids, tenant);
  const inBody = namesInBody(base.body).length > 0;
  const cursors = await cursorWishes(book, endpoint, await askOf(book, endpoint, book.ids, tenants.own));
  const path = pathWishes(book, endpoint, base).map((wish) => (inBody ? { ...wish, names: 'a thing' as const } : wish));
  // An offer of the first shop, as another one would try to sell it.
  const stolen =
    endpoint.contract.id === 'bindPolicy' || endpoint.contract.id === 'bindBasket'
      ? [{ name: 'its offer', asked: await askOf(book, endpoint, book.ids, tenants.own), names: 'a thing' as const }]
      : [];
  const all = [...path, ...filterWishes(book, endpoint, base), ...includeWishes(endpoint, base), ...cursors, ...stolen];
  return all.map((wish) => ({ ...wish, asked: { ...wish.asked, tenant } }));
};
