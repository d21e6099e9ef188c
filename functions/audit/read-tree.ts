import { feedLeaf } from '../../domain/audit/feed-leaf.ts';
import { leafHash } from '../../domain/audit/merkle/hash.ts';
import { hashOfSpan, type Span } from '../../domain/audit/merkle/subtrees.ts';
import { nodesIn, placesFor, type TilePlace } from '../../domain/audit/merkle/tiles.ts';
import { TileHashes } from '../../domain/audit/schema.ts';
import { sha256OfHex } from '../_kit/crypto.ts';
import type { Evidence } from '../_kit/services.ts';
import { tileName } from './evidence.ts';

/** The hash of an entry of the feed as a leaf of the tenant's tree. */
export const leafOf = (entry: Parameters<typeof feedLeaf>[0]): string =>
  leafHash(sha256OfHex, Buffer.from(feedLeaf(entry)).toString('hex'));

/** One tile out of the archive; whoever needs one that is not there cannot go on. */
export const readTile = async (evidence: Evidence, tenant: string, place: TilePlace) => {
  const name = tileName(tenant, place);
  const text = await evidence.read(name);
  if (text === undefined) throw new Error(`The archive lacks ${name}.`);
  const hashes = TileHashes.parse(JSON.parse(text));
  if (hashes.length !== place.width) throw new Error(`${name} holds ${hashes.length} hashes.`);
  return { place, hashes };
};

/** The hashes of some spans in the tree of a size, for a proof. It takes a few tiles, however large the tree is. */
export const readSpans = async (
  evidence: Evidence,
  { tenant, size }: { readonly tenant: string; readonly size: number },
  spans: readonly Span[],
): Promise<readonly string[]> => {
  const tiles = await Promise.all(placesFor(spans, size).map((place) => readTile(evidence, tenant, place)));
  const nodes = nodesIn(sha256OfHex, tiles);
  return spans.map((span) => hashOfSpan(sha256OfHex, nodes, span));
};
