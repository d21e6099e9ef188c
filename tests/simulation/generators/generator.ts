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
  credentialId: `crd_${'0'.repeat(26)}`,
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

/** A first page of a list. */
export const lists = (as?: Ask['as'], learn?: Generator['learn']): Generator => ({
  weight: 0.15,
  draw: ({ chance }) => ({
    query: chance.happens(0.5) ? {} : { limit: String(1 + chance.below(5)) },
    ...(as !== undefined && { as }),
  }),
  ...(learn !== undefined && { learn }),
});
