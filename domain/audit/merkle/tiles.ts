import type { Sha256 } from './hash.ts';
import { hashOfFull, type Nodes, type Span, type Subtree, subtreesOf } from './subtrees.ts';

/** How many hashes a tile holds, and how many rows of the tree it spans (C2SP tlog-tiles: 256 and 8). */
export const tileWidth = 256;
const tileRows = 8;

/**
 * Which tile: the hashes of every eighth row of the tree, 256 to a tile. One that is not full yet carries its width in
 * its name, so that growing writes a new tile and none is ever overwritten.
 */
export type TilePlace = { readonly level: number; readonly index: number; readonly width: number };

/** How many hashes a tree of a size has in the row of a level of tiles. */
const countAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

const placeAt = (level: number, index: number, size: number): TilePlace => ({
  level,
  index,
  width: Math.min(tileWidth, countAt(level, size) - index * tileWidth),
});

/** The tiles at the right border of a tree that are not full: all that is needed for its root, and to let it grow. */
export const borderOf = (size: number): readonly TilePlace[] => {
  const places: TilePlace[] = [];
  for (let level = 0; countAt(level, size) > 0; level += 1) {
    const count = countAt(level, size);
    if (count % tileWidth > 0) places.push(placeAt(level, Math.floor(count / tileWidth), size));
  }
  return places;
};

/** Every tile of a tree, row by row. */
export const tilesOf = (size: number): readonly TilePlace[] => {
  const places: TilePlace[] = [];
  for (let level = 0; countAt(level, size) > 0; level += 1)
    for (let index = 0; index * tileWidth < countAt(level, size); index += 1) places.push(placeAt(level, index, size));
  return places;
};

/** Where the foot of a subtree lies: which hashes of which tile. */
const footOf = ({ level, index }: Subtree) => {
  const tile = Math.floor(level / tileRows);
  const hashes = 2 ** (level % tileRows);
  const start = index * hashes;
  return { level: tile, index: Math.floor(start / tileWidth), from: start % tileWidth, hashes };
};

const nameOf = ({ level, index }: Omit<TilePlace, 'width'>): string => `${level}/${index}`;

/** The tiles of a tree of a size in which the hashes of some spans are found, each once. */
export const placesFor = (spans: readonly Span[], size: number): readonly TilePlace[] => {
  const feet = spans.flatMap(subtreesOf).map(footOf);
  const places = feet.map(({ level, index }) => placeAt(level, index, size));
  return [...new Map(places.map((place) => [nameOf(place), place])).values()];
};

/** Finds the hashes of subtrees in tiles that were read. */
export const nodesIn = (
  sha256: Sha256,
  tiles: readonly { readonly place: Omit<TilePlace, 'width'>; readonly hashes: readonly string[] }[],
): Nodes => {
  const known = new Map(tiles.map(({ place, hashes }) => [nameOf(place), hashes]));
  return (subtree) => {
    const foot = footOf(subtree);
    const found = (known.get(nameOf(foot)) ?? []).slice(foot.from, foot.from + foot.hashes);
    if (found.length < foot.hashes) throw new Error(`Tile ${nameOf(foot)} lacks hashes that the tree needs.`);
    return hashOfFull(sha256, found);
  };
};
