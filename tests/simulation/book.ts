import type { Claim } from '../../domain/claims/schema.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { rootKinds } from '../../functions/_kit/aggregates.ts';
import type { OperationRecord } from '../../functions/_kit/record.ts';
import { livingOf } from '../../functions/_kit/sandbox.ts';
import { type Item, readRecord } from '../../functions/_storage/codec.ts';
import { keys, kindAndId, tenantOf } from '../../functions/_storage/keys.ts';
import { plain } from './crypto.ts';
import type { Simulation } from './simulation.ts';

export type Recorded = { readonly record: OperationRecord; readonly hash: string };
/** One aggregate as it lies in the table: its state, its records in order, and the claims inside it. */
export type Chain = {
  readonly tenant: string;
  readonly kind: string;
  readonly id: string;
  readonly state: unknown;
  readonly seq: number;
  readonly head: string;
  readonly records: readonly Recorded[];
  readonly claims: readonly Claim[];
};
/** Everything that the table holds, by aggregate; read past the adapter, for a check trusts nobody. */
export type Book = { readonly chains: readonly Chain[]; readonly items: readonly Item[] };

const rootPrefixes = rootKinds.map((kind) => keys.state('tenant', kind, 'id').pk.split('#')[2]);
const isChainItem = (pk: string): boolean => {
  const [, , prefix, id] = pk.split('#');
  return id !== undefined && rootPrefixes.includes(prefix);
};
const hex = (value: unknown): string => Buffer.from(value as Uint8Array).toString('hex');

const chainOf = (items: readonly Item[]): Chain => {
  const key = (item: Item) => ({ pk: String(item['pk']), sk: String(item['sk']) });
  const [any] = items;
  const state = items.find((item) => item['sk'] === 'STATE');
  if (any === undefined) throw new Error('A chain has items.');
  const records = items.filter(({ sk }) => String(sk).startsWith('OP#')).map((item) => readRecord(item, plain));
  const { terms, content } = Object(records[0]?.record.events[0]?.data);
  const fixed = { ...(terms !== undefined && { terms }), ...(content !== undefined && { content }) };
  const { kind, id } = kindAndId({ pk: key(any).pk, sk: 'STATE' });
  return {
    ...{ tenant: tenantOf(key(any)), kind, id, records },
    state: state === undefined ? undefined : { ...Object(state['s']), ...fixed },
    seq: Number(state?.['v'] ?? 0),
    head: state === undefined ? '' : hex(state['h']),
    claims: items.filter(({ sk }) => String(sk).startsWith('CLM#')).map((item) => item['s'] as Claim),
  };
};

export const bookOf = ({ engine }: Pick<Simulation, 'engine'>): Book => {
  const items: readonly Item[] = engine.items();
  const groups = Map.groupBy(
    items.filter(({ pk }) => isChainItem(String(pk))),
    ({ pk }) => String(pk),
  );
  return { items, chains: [...groups.values()].map(chainOf) };
};

/** What is in the book of those who live: nothing more is done in a generation of a sandbox that a reset has ended. */
export const livingIn = ({ chains, items }: Book): Book => {
  const all = items.filter(({ pk }) => pk === 'TENANTS').map(({ sk }) => String(sk));
  const living = livingOf(all);
  const ended = all.filter((tenant) => !living.includes(tenant)).map((tenant) => `T#${tenant}#`);
  return {
    items: items.filter(({ pk }) => !ended.some((beginning) => String(pk).startsWith(beginning))),
    chains: chains.filter(({ tenant }) => living.includes(tenant)),
  };
};

/** Chains of policies with their state, which a policy without one would not be. */
export const policiesIn = ({ chains }: Book): readonly (Chain & { readonly state: Policy })[] =>
  chains.flatMap((chain) => (chain.kind === 'policy' ? [{ ...chain, state: chain.state as Policy }] : []));

export const eventsOf = <D = Record<string, unknown>>({ records }: Chain, type: string): readonly D[] =>
  records.flatMap(({ record }) => record.events.filter((event) => event.type === type).map(({ data }) => data as D));

/** A sentence for each thing that is not as it must be. */
export const unless = (holds: boolean, sentence: () => string): readonly string[] => (holds ? [] : [sentence()]);

export const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, one) => sum + one, 0);
