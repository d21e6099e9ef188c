import { borderOf, type TilePlace, tilesOf, tileWidth } from '../../domain/audit/merkle/tiles.ts';
import { tileName, tileText } from '../../functions/audit/evidence.ts';
import type { Book } from './book.ts';
import type { ArchiveFiles } from './check-archive.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';
import type { TenantCheckpoints } from './read-checkpoints.ts';
import type { Tree, Trees } from './tree.ts';

const placeOf = (tenant: string, name: string): TilePlace | undefined => {
  const [level, index, width = tileWidth] = name
    .slice(`tiles/${tenant}/`.length, -'.json'.length)
    .split('/')
    .map(Number);
  if (level === undefined || index === undefined) return undefined;
  const place = { level, index, width };
  return tileName(tenant, place) === name ? place : undefined;
};

type Own = { readonly tenant: string; readonly tree: Tree; readonly archive: ArchiveFiles };

/** What the archive holds under the name of a tile is what the feed gives. */
const checkTile = (name: string, { tenant, tree, archive }: Own): readonly Finding[] => {
  const place = placeOf(tenant, name);
  if (place === undefined) return [finding(name, 'No tile of the tree has this name.')];
  const hashes = tree.hashesOf(place);
  // What was written while the table was exported may reach beyond the export.
  if (hashes === undefined) return unless(!archive.before.has(name), name, 'The feed does not reach as far as this.');
  return unless(archive.files.get(name) === tileText(hashes), name, 'The tile does not hold what the feed gives.');
};

/** The tiles that signed trees stand on: all of the last one, and the borders of those before it. */
const neededBy = ({ found }: TenantCheckpoints): readonly TilePlace[] => {
  const sizes = found.flatMap(({ signed }) => signed?.checkpoint.feedEnd ?? []);
  return [...sizes.flatMap(borderOf), ...tilesOf(Math.max(0, ...sizes))];
};

const checkTenant = (own: Own, checkpoints: TenantCheckpoints) => {
  const { files } = own.archive;
  const there = [...files.keys()].filter((name) => name.startsWith(`tiles/${own.tenant}/`));
  const needed = new Set(neededBy(checkpoints).map((place) => tileName(own.tenant, place)));
  const missing = [...needed].filter((name) => !files.has(name));
  return {
    looked: there.length,
    findings: [
      ...there.flatMap((name) => checkTile(name, own)),
      ...missing.map((name) => finding(name, 'A checkpoint stands on this tile, but the archive lacks it.')),
    ],
  };
};

/** The tiles of the trees in the archive, hash by hash against the feed. */
export const checkTiles = (
  book: Book,
  archive: ArchiveFiles,
  { checkpoints, trees }: { readonly checkpoints: ReadonlyMap<string, TenantCheckpoints>; readonly trees: Trees },
): Result => {
  const results = book.tenants.flatMap(({ tenant }) => {
    const [tree, own] = [trees.get(tenant), checkpoints.get(tenant)];
    return tree === undefined || own === undefined ? [] : [checkTenant({ tenant, tree, archive }, own)];
  });
  return {
    check: 'tiles',
    looked: results.reduce((sum, { looked }) => sum + looked, 0),
    findings: results.flatMap(({ findings }) => findings),
  };
};
