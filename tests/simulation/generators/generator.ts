import type { Actor } from '../../../functions/_kit/record.ts';
import type { Chance } from '../chance.ts';
import type { Known } from '../known.ts';
import type { SimulatedProvider } from '../provider.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A request as its generator draws it; who asks is a partner unless it is said. */
export type Ask = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly as?: Pick<Actor, 'id' | 'roles'>;
  /** Scopes of the token beside the one that the operation asks for. */
  readonly scopes?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Says that it names an object of another tenant, which must look as if it did not exist. */
  readonly foreign?: boolean;
};

export type Drawing = {
  readonly known: Known;
  /** What another tenant's clients know. */
  readonly others: Known;
  readonly chance: Chance;
  readonly now: string;
  /** What this seed's shops mostly sell, so that its stories get far within thirty commands. */
  readonly focus: string;
  readonly provider: SimulatedProvider;
  /** In a story's opening nothing odd is asked, so that the story gets to where oddities matter. */
  readonly smooth: boolean;
  /** Counts, so that names never repeat by accident. */
  readonly serial: () => number;
};

/** How an operation joins the simulation: how often it is asked, what is asked, and what its answer teaches. */
export type Generator = {
  readonly weight: number;
  /** Nothing where there is nothing yet to ask about. */
  readonly draw: (drawing: Drawing) => Ask | undefined;
  readonly learn?: (answer: Json, known: Known, ask: Ask) => void;
};

export const person = (role: string, id = `${role}-1`): NonNullable<Ask['as']> => ({ id, roles: [role] });

const strayIds: Readonly<Record<string, string>> = {
  policyId: `pol_${'0'.repeat(26)}`,
  claimId: `clm_${'0'.repeat(26)}001`,
  customerId: `cus_${'0'.repeat(26)}`,
  basketId: `bsk_${'0'.repeat(26)}`,
  objectId: `cus_${'0'.repeat(26)}`,
  alertId: `alr_${'0'.repeat(26)}`,
  statementId: `stm_${'0'.repeat(26)}`,
  unmatchedId: `unm_${'0'.repeat(26)}`,
  notificationId: `ntf_${'0'.repeat(26)}`,
  credentialId: `crd_${'0'.repeat(26)}`,
  entryId: `inb_${'0'.repeat(26)}`,
  endpointId: `whe_${'0'.repeat(26)}`,
};

/** One of the ids that are known; now and then another tenant's, or one that nobody has. */
export const paramsOf = (
  { known, others, chance }: Drawing,
  name: string,
  ids: (known: Known) => readonly string[],
): Pick<Ask, 'params' | 'foreign'> | undefined => {
  const foreign = ids(others);
  if (foreign.length > 0 && chance.happens(0.04)) return { params: { [name]: chance.pick(foreign) }, foreign: true };
  if (chance.happens(0.02)) return { params: { [name]: strayIds[name] ?? '' }, foreign: true };
  const own = ids(known);
  if (own.length === 0) return undefined;
  // The newest are where something is going on.
  return { params: { [name]: chance.happens(0.6) ? (own.at(-1) ?? '') : chance.pick(own) } };
};

/** A read of one object by its id. */
export const reads = (name: string, ids: (known: Known) => readonly string[], as?: Ask['as']): Generator => ({
  weight: 0.2,
  draw: (drawing) => {
    const named = paramsOf(drawing, name, ids);
    return named === undefined ? undefined : { ...named, ...(as !== undefined && { as }) };
  },
});

export type Query = Readonly<Record<string, string>>;
/** A filter that a list may be asked for: by its name, with a value. */
export type Filters = Readonly<Record<string, (drawing: Drawing) => string | undefined>>;

const agoIn = ({ chance, now }: Drawing): string =>
  new Date(Date.parse(now) - chance.pick([0, 60_000, 3_600_000, 86_400_000])).toISOString();

const filterFrom = (drawing: Drawing, filters: Filters): Query => {
  const wanted = Object.entries({ ...filters, createdFrom: agoIn, createdTo: agoIn }).filter(() =>
    drawing.chance.happens(0.3),
  );
  const drawn = wanted.flatMap(([name, draw]) => {
    const value = draw(drawing);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(drawn);
};

/** The next page of one that was shown, under its own filter; now and then under another, which must be refused. */
const pageAfter = (shown: Known['pages'][number], { chance }: Drawing): Query =>
  chance.happens(0.15)
    ? { cursor: shown.next, createdTo: '2000-01-01T00:00:00Z' }
    : { ...shown.query, cursor: shown.next };

type Listing = { readonly as?: Ask['as']; readonly learn?: Generator['learn']; readonly filters?: Filters };

/** Pages of a list: its first under some filter, or the one after a page that was shown. */
export const lists = (name: string, { as, learn, filters = {} }: Listing = {}): Generator => ({
  weight: 0.2,
  draw: (drawing) => {
    const { chance, known } = drawing;
    const begun = known.pages.filter((page) => page.list === name);
    const query =
      begun.length > 0 && chance.happens(0.4)
        ? pageAfter(chance.pick(begun), drawing)
        : { ...(chance.happens(0.5) && { limit: String(1 + chance.below(5)) }), ...filterFrom(drawing, filters) };
    return { query, ...(as !== undefined && { as }) };
  },
  learn: (answer, known, ask) => {
    learn?.(answer, known, ask);
    const { cursor: _before, ...query } = ask.query ?? {};
    if (typeof answer['next'] === 'string') known.pages.push({ list: name, query, next: answer['next'] });
  },
});

/** Times of an object's past, now and then, and what is wanted beside it. */
export const lookingBack = (drawing: Drawing, includes: readonly string[]): Pick<Ask, 'query'> => {
  const { chance } = drawing;
  const query = {
    ...(chance.happens(0.3) && { asOf: agoIn(drawing) }),
    ...(chance.happens(0.3) && { knownAt: agoIn(drawing) }),
    ...(includes.length > 0 && chance.happens(0.3) && { include: chance.pick(includes) }),
  };
  return Object.keys(query).length === 0 ? {} : { query };
};
