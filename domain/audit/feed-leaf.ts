type Entry = { readonly aggregate: string; readonly id: string; readonly seq: number; readonly hash: string };

/**
 * What the tree holds of an entry of the feed, as UTF-8: the canonical JSON (RFC 8785) of `[aggregate, id, seq, hash]`,
 * which is a chain's head as it moved. Its position in the feed is its place in the tree.
 */
export const feedLeaf = ({ aggregate, id, seq, hash }: Entry): string => JSON.stringify([aggregate, id, seq, hash]);
