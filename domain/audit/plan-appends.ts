import { type ChainHead, checkLink, type Link } from './check-link.ts';

/** A record as an event announced it, by number and hash. */
export type Announced = { readonly seq: number; readonly hash: string };

/** Why a chain is broken; the code stands in the alert. */
export type BreakReason =
  | 'announced-differs'
  | 'archive-differs'
  | 'head-differs'
  | 'link-differs'
  | 'record-altered'
  | 'record-missing';

export type ChainBreak = { readonly seq: number; readonly reason: BreakReason };

/** What the table holds under a number; sound if its stored hash is the hash of its own bytes. */
export type Found<R> = { readonly sound: false } | { readonly sound: true; readonly link: Link; readonly value: R };

export type AppendPlan<R> = {
  /** Records to append, in order; all before `broken`. */
  readonly appends: readonly R[];
  /** How far the chain is audited once they are appended; what was announced beyond it comes again. */
  readonly reached: number;
  /** Where the chain breaks, if it does; nothing from there on is appended. */
  readonly broken: ChainBreak | undefined;
  /** Numbers of announced records that contradict what the table holds. */
  readonly contradicted: readonly ChainBreak[];
};

/** What one turn catches up with at most, so that an event with a wild number cannot make us read for ever. */
const catchUpMax = 200;

/**
 * The numbers that must be read to judge some announced records: the announced ones, and all that lie before them.
 */
export const numbersToRead = (head: ChainHead, announced: readonly Announced[]): readonly number[] => {
  const highest = Math.max(...announced.map(({ seq }) => seq));
  const ahead = Math.min(Math.max(0, highest - head.seq), catchUpMax);
  const missing = Array.from({ length: ahead }, (_, at) => head.seq + 1 + at);
  return [...new Set([...missing, ...announced.map(({ seq }) => seq)])].toSorted((a, b) => a - b);
};

const breakAt = <R>(head: ChainHead, seq: number, found: Found<R> | undefined): ChainBreak | undefined => {
  if (found === undefined) return { seq, reason: 'record-missing' };
  if (!found.sound) return { seq, reason: 'record-altered' };
  const verdict = checkLink(head, found.link);
  return verdict === 'append' ? undefined : { seq, reason: 'link-differs' };
};

const contradiction = <R>(head: ChainHead, { seq, hash }: Announced, found: Found<R> | undefined) => {
  if (found === undefined) return { seq, reason: 'record-missing' } as const;
  if (!found.sound) return { seq, reason: 'record-altered' } as const;
  if (found.link.hash !== hash) return { seq, reason: 'announced-differs' } as const;
  return seq <= head.seq && checkLink(head, found.link) === 'broken'
    ? ({ seq, reason: 'head-differs' } as const)
    : undefined;
};

/**
 * Plans what to append to one chain. The table is the only source: an event only says that something is there, so
 * that nobody who reaches the bus can write history, and a missing predecessor is appended first.
 */
export const planAppends = <R>(
  head: ChainHead,
  announced: readonly Announced[],
  table: ReadonlyMap<number, Found<R>>,
): AppendPlan<R> => {
  const appends: R[] = [];
  let at = head;
  let broken: ChainBreak | undefined;
  for (const seq of numbersToRead(head, announced).filter((number) => number > head.seq)) {
    // Beyond what one turn catches up with, nothing is judged yet.
    if (seq > at.seq + 1) break;
    const found = table.get(seq);
    broken = breakAt(at, seq, found);
    if (broken !== undefined || found?.sound !== true) break;
    appends.push(found.value);
    at = found.link;
  }
  const contradicted = announced.flatMap((one) => contradiction(head, one, table.get(one.seq)) ?? []);
  return { appends, reached: at.seq, broken, contradicted };
};
