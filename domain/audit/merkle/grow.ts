import type { Sha256 } from './hash.ts';
import { hashOfFull, hashOfSpan } from './subtrees.ts';
import { borderOf, nodesIn, type TilePlace, tileWidth } from './tiles.ts';

export type Tile = { readonly place: TilePlace; readonly hashes: readonly string[] };

/** The right border of a tree: its tiles that are not full. Nothing else of the tree is needed to let it grow. */
export type Border = { readonly size: number; readonly tiles: readonly Tile[] };

export const emptyBorder: Border = { size: 0, tiles: [] };

/** The root of a tree, from its border alone. */
export const rootOf = (sha256: Sha256, { size, tiles }: Border): string =>
  hashOfSpan(sha256, nodesIn(sha256, tiles), { from: 0, to: size });

const rowsOf = ({ tiles }: Border): string[][] => {
  const rows: string[][] = [];
  for (const { place, hashes } of tiles) rows[place.level] = [...hashes];
  return rows;
};

/** Appends hashes of leaves to a tree; answers its new border, and the tiles that became full on the way. */
export const grow = (
  sha256: Sha256,
  border: Border,
  leaves: readonly string[],
): { readonly border: Border; readonly full: readonly Tile[] } => {
  const rows = rowsOf(border);
  const full: Tile[] = [];
  let size = border.size;
  const put = (level: number, hash: string): void => {
    const hashes = rows[level] ?? [];
    hashes.push(hash);
    rows[level] = hashes.length < tileWidth ? hashes : [];
    if (hashes.length < tileWidth) return;
    full.push({ place: { level, index: size / tileWidth ** (level + 1) - 1, width: tileWidth }, hashes });
    put(level + 1, hashOfFull(sha256, hashes));
  };
  for (const leaf of leaves) {
    size += 1;
    put(0, leaf);
  }
  const tiles = borderOf(size).map((place) => ({ place, hashes: rows[place.level] ?? [] }));
  return { border: { size, tiles }, full };
};
