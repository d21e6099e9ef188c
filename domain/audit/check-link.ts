/** How far a chain has been audited: the last record's number and hash; 0 and null before the first. */
export type ChainHead = { readonly seq: number; readonly hash: string | null };

/** One record as a link of its chain. `hash` is what was recomputed from its bytes, never what somebody says. */
export type Link = { readonly seq: number; readonly prev: string | null; readonly hash: string };

/**
 * What becomes of a record that arrives: it is next, it is known already, one before it is missing, or it contradicts
 * what was audited, which nobody may paper over.
 */
export type Verdict = 'append' | 'drop' | 'gap' | 'broken';

/** Records arrive more than once and in any order; the head alone says which of them is next (reliability A1, D2). */
export const checkLink = (head: ChainHead, link: Link): Verdict => {
  if (link.seq > head.seq + 1) return 'gap';
  if (link.seq === head.seq + 1) return link.prev === head.hash ? 'append' : 'broken';
  if (link.seq === head.seq) return link.hash === head.hash ? 'drop' : 'broken';
  // Below the head the chain has gone on: its own links vouch for every hash before.
  return link.seq > 0 ? 'drop' : 'broken';
};
