import type { DomainEvent } from '../shared/decision.ts';

/** The kinds of objects by the letters with which their ids begin. */
export const kinds = {
  pol: 'policy',
  cus: 'customer',
  unm: 'unmatched',
  alr: 'alert',
  stm: 'statement',
  ten: 'tenant',
  crd: 'credential',
  clk: 'clock',
  bsk: 'basket',
  ntf: 'notification',
  chk: 'checkpoint',
  whe: 'endpoint',
  clm: 'claim',
} as const;
type Prefix = keyof typeof kinds;
type ObjectKind = (typeof kinds)[Prefix];
type RootKind = Exclude<ObjectKind, 'claim'>;

const isPrefix = (text: string): text is Prefix => Object.hasOwn(kinds, text);

/**
 * What an id names, and the aggregate whose records tell its story: a claim's stand in its policy's chain (design
 * §4).
 */
export const objectOf = (
  objectId: string,
): { readonly kind: ObjectKind; readonly root: { readonly kind: RootKind; readonly id: string } } => {
  const prefix = objectId.slice(0, 3);
  const kind = isPrefix(prefix) ? kinds[prefix] : undefined;
  if (kind === undefined) throw new Error(`No object has an id like ${objectId}.`);
  if (kind !== 'claim') return { kind, root: { kind, id: objectId } };
  return { kind, root: { kind: 'policy', id: `pol_${objectId.slice(4, 30)}` } };
};

const namesClaim = (data: unknown, claimId: string): boolean =>
  typeof data === 'object' && data !== null && 'claimId' in data && data.claimId === claimId;

/**
 * Whether a record belongs to an object's history: all of its aggregate's do, and of a policy's those that name the
 * claim.
 */
export const touches = (objectId: string, record: { readonly events: readonly DomainEvent[] }): boolean =>
  !objectId.startsWith('clm_') || record.events.some(({ data }) => namesClaim(data, objectId));
