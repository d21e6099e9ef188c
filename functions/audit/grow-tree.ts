import { type Border, emptyBorder, grow, rootOf, type Tile } from '../../domain/audit/merkle/grow.ts';
import { borderOf } from '../../domain/audit/merkle/tiles.ts';
import { sha256OfHex } from '../_kit/crypto.ts';
import type { Archive } from '../_kit/services.ts';
import type { AuditStore, CheckpointMark } from '../_kit/store.ts';
import { tileName, tileText } from './evidence.ts';
import { checkpointHash, mustRead } from './read-checkpoint.ts';
import { leafOf, readTile } from './read-tree.ts';

const pageMax = 1000;

/**
 * The border of the tree that was signed last, out of the archive. A tree that does not give the signed root any more
 * must not grow: signing on would make a rewritten history the signed one.
 */
export const signedBorder = async (
  archive: Archive,
  tenant: string,
  mark: CheckpointMark | undefined,
): Promise<Border> => {
  if (mark === undefined) return emptyBorder;
  const { checkpoint } = await mustRead(archive, tenant, mark.number);
  if (checkpointHash(checkpoint) !== mark.hash || checkpoint.feedEnd !== mark.feedEnd)
    throw new Error(`Checkpoint ${mark.number} of ${tenant} is not the one that was signed.`);
  const places = borderOf(mark.feedEnd);
  const tiles = await Promise.all(places.map((place) => readTile(archive, tenant, place)));
  const border = { size: mark.feedEnd, tiles };
  if (rootOf(sha256OfHex, border) !== checkpoint.root)
    throw new Error(`The tree of ${tenant} does not give the root that checkpoint ${mark.number} signed.`);
  return border;
};

const writeTiles = async (archive: Archive, tenant: string, tiles: readonly Tile[]): Promise<void> => {
  for (const { place, hashes } of tiles) {
    const name = tileName(tenant, place);
    if ((await archive.write(name, tileText(hashes))) === 'different')
      throw new Error(`The archive holds ${name} with other hashes than the feed gives.`);
  }
};

/**
 * Lets a tree grow by the feed up to a position, page by page, and keeps its new tiles. An attempt that was cut off
 * has left tiles of the same bytes, for the feed never changes.
 */
export const growTo = async (
  { audit, archive }: { readonly audit: AuditStore; readonly archive: Archive },
  tenant: string,
  before: Border,
  end: number,
): Promise<Border> => {
  let border = before;
  while (border.size < end) {
    const entries = await audit.feed(tenant, border.size, Math.min(pageMax, end - border.size));
    if (entries.length === 0 || entries.some(({ position }, at) => position !== border.size + 1 + at))
      throw new Error(`The feed of ${tenant} has a gap after ${border.size}.`);
    const grown = grow(sha256OfHex, border, entries.map(leafOf));
    await writeTiles(archive, tenant, grown.full);
    border = grown.border;
  }
  await writeTiles(archive, tenant, border.tiles);
  return border;
};
