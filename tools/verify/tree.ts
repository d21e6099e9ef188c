import { nodeHash } from '../../domain/audit/merkle/hash.ts';
import { hashOfSpan, type Nodes } from '../../domain/audit/merkle/subtrees.ts';
import type { TilePlace } from '../../domain/audit/merkle/tiles.ts';
import { sha256OfHex } from '../../functions/_kit/crypto.ts';
import { leafOf } from '../../functions/audit/read-tree.ts';
import type { Book } from './book.ts';

/** The tree over the feed of one tenant, recomputed from the table. */
export type Tree = {
  readonly size: number;
  /** The hash of a full subtree. */
  readonly nodes: Nodes;
  /** The root that the tree had at some size; undefined for one that the feed does not reach. */
  rootAt(size: number): string | undefined;
  /** The hashes of a tile; undefined for one that the feed does not fill. */
  hashesOf(place: TilePlace): readonly string[] | undefined;
};

const rowsOver = (leaves: readonly string[]): readonly (readonly string[])[] => {
  const rows = [leaves];
  for (let row = leaves; row.length > 1; rows.push(row)) {
    const below = row;
    row = Array.from({ length: Math.floor(below.length / 2) }, (_, at) =>
      nodeHash(sha256OfHex, below[2 * at] ?? '', below[2 * at + 1] ?? ''),
    );
  }
  return rows;
};

/** Every full subtree is hashed once; the root of any size follows from a few of them. */
export const treeOver = (leaves: readonly string[]): Tree => {
  const rows = rowsOver(leaves);
  const size = leaves.length;
  const nodes: Nodes = ({ level, index }) => rows[level]?.[index] ?? '';
  return {
    size,
    nodes,
    rootAt: (some) => (some > size ? undefined : hashOfSpan(sha256OfHex, nodes, { from: 0, to: some })),
    hashesOf: ({ level, index, width }) => {
      // Every eighth row has tiles.
      const found = (rows[level * 8] ?? []).slice(index * 256, index * 256 + width);
      return found.length === width ? found : undefined;
    },
  };
};

export type Trees = ReadonlyMap<string, Tree>;

/** The trees of a book, by tenant. */
export const treesOf = ({ tenants, feed }: Book): Trees => {
  const feeds = Map.groupBy(feed, ({ tenant }) => tenant);
  return new Map(
    tenants.map(({ tenant }) => {
      const own = (feeds.get(tenant) ?? []).toSorted((a, b) => a.position - b.position);
      return [tenant, treeOver(own.map(leafOf))];
    }),
  );
};
