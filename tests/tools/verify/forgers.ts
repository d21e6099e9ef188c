import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { sha256Hex } from '../../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../../functions/_kit/record.ts';
import { checkpointName, checkpointText, recordName, recordText, tileText } from '../../../functions/audit/evidence.ts';
import { type RecordLine, readBook } from '../../../tools/verify/book.ts';
import { type Tree, treesOf } from '../../../tools/verify/tree.ts';
import { aSigningKey } from '../../support/audited.ts';
import type { Evidence } from './evidence.ts';
import { altered, change, type Hands, linesOf, oneOf, twoOf } from './hands.ts';

const tenants = ['shop-a', 'shop-b'] as const;
const namesOf = (from: Evidence, kind: 'checkpoints' | 'tiles'): readonly string[] =>
  [...from.files.keys()].filter((name) => name.startsWith(`${kind}/`)).toSorted();

/** Where each entry of a feed comes to stand, and the heads with it; one that comes to stand nowhere is gone. */
const moveFeed = (from: Evidence, tenant: string, to: (position: number) => number | undefined): void => {
  const moved = <L extends { tenant: string; position: number }>(line: L) => {
    const position = line.tenant === tenant ? to(line.position) : line.position;
    return position === undefined ? undefined : { ...line, position };
  };
  change(from, 'feed', moved);
  change(from, 'head', (line) => moved(line) ?? line);
  const feedEnd = linesOf(from, 'feed').filter((line) => line.tenant === tenant).length;
  change(from, 'tenant', (line) => (line.tenant === tenant ? { ...line, feedEnd } : line));
};
const positionsOf = (from: Evidence, tenant: string): readonly number[] =>
  linesOf(from, 'feed')
    .filter((line) => line.tenant === tenant)
    .map(({ position }) => position);

export const feedHands: Hands = {
  'exchanges two entries of a feed': (from, at, by) => {
    const [one, other] = twoOf(positionsOf(from, 'shop-a'), at, by);
    moveFeed(from, 'shop-a', (position) => (position === one ? other : position === other ? one : position));
  },
  'takes an entry out of a feed and closes the gap': (from, at, by) => {
    const tenant = oneOf(tenants, by);
    const gone = oneOf(positionsOf(from, tenant), at);
    moveFeed(from, tenant, (position) => (position === gone ? undefined : position > gone ? position - 1 : position));
  },
  'tells an entry of a feed twice': (from, at, by) => {
    const tenant = oneOf(tenants, by);
    const twice = oneOf(positionsOf(from, tenant), at);
    const line = linesOf(from, 'feed').find((one) => one.tenant === tenant && one.position === twice);
    moveFeed(from, tenant, (position) => (position > twice ? position + 1 : position));
    from.lines.push(JSON.stringify({ ...line, position: twice + 1 }));
    const end = positionsOf(from, tenant).length;
    change(from, 'tenant', (one) => (one.tenant === tenant ? { ...one, feedEnd: end } : one));
  },
  'claims another debt in a feed': (from, at, by) =>
    change(from, 'feed', (line, place) =>
      place === at % linesOf(from, 'feed').length
        ? { ...line, dueFromPartner: line.dueFromPartner + 1 + (by % 1000), currency: 'CNY' }
        : line,
    ),
};

export const markHands: Hands = {
  // One checkpoint back, by its true hash, is what an attempt leaves that was cut off: nothing is lost by it.
  'moves the mark of the checkpoints': (from, at, by) => {
    const tenant = oneOf(tenants, at);
    const other = linesOf(from, 'tenant').find((line) => line.tenant !== tenant)?.checkpoint;
    change(from, 'tenant', (line) => {
      const { checkpoint: mark } = line;
      if (line.tenant !== tenant || mark === null) return line;
      const moved = [
        { ...mark, number: mark.number + 1 + (by % 9) },
        { ...mark, feedEnd: mark.feedEnd + 1 + (by % 9) },
        { ...mark, feedEnd: mark.feedEnd - 1 },
        { ...mark, hash: sha256Hex(String(by)) },
        other,
      ];
      return { ...line, checkpoint: oneOf(moved, by) };
    });
  },
  'forgets the mark of the checkpoints': (from) =>
    change(from, 'tenant', (line) => (line.tenant === 'shop-a' ? { ...line, checkpoint: null } : line)),
  'takes the last checkpoint away, and moves the mark back to the one before': (from) => {
    const [first] = from.kept as readonly { checkpoint: { feedEnd: number } }[];
    const before = first?.checkpoint ?? { feedEnd: 0 };
    from.files.delete(checkpointName('shop-a', 2));
    const checkpoint = { number: 1, hash: sha256Hex(canonicalJson(before)), feedEnd: before.feedEnd };
    change(from, 'tenant', (line) => (line.tenant === 'shop-a' ? { ...line, checkpoint } : line));
  },
};

const statementOf = (from: Evidence, name: string): string => JSON.parse(from.files.get(name) ?? '{}').statement;

export const checkpointHands: Hands = {
  'exchanges two checkpoints': (from, at, by) => {
    const [one, other] = twoOf(namesOf(from, 'checkpoints'), at, by);
    const [a = '', b = ''] = [from.files.get(one), from.files.get(other)];
    from.files.set(one, b).set(other, a);
  },
  'takes a checkpoint away': (from, at) => void from.files.delete(oneOf(namesOf(from, 'checkpoints'), at)),
  'signs a checkpoint again under the next number': (from, at, by) => {
    const next = checkpointName(oneOf(tenants, by), 2 + (oneOf(tenants, by) === 'shop-a' ? 1 : 0));
    from.files.set(next, from.files.get(oneOf(namesOf(from, 'checkpoints'), at)) ?? '');
  },
  'changes what a checkpoint says and keeps its signature': (from, at, by) => {
    const name = oneOf(namesOf(from, 'checkpoints'), at);
    const [header = '', payload = '', signature = ''] = statementOf(from, name).split('.');
    const says = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const changes = [
      { feedEnd: says.feedEnd - 1 },
      { root: sha256Hex(String(by)) },
      { at: '2026-11-23T08:05:00.000Z' },
    ];
    const text = Buffer.from(canonicalJson({ ...says, ...oneOf(changes, by) })).toString('base64url');
    from.files.set(name, checkpointText([header, text, signature].join('.')));
  },
};

export const signatureHands: Hands = {
  'changes a character of a signature': (from, at, by) => {
    const name = oneOf(namesOf(from, 'checkpoints'), at);
    const [header = '', payload = '', signature = ''] = statementOf(from, name).split('.');
    from.files.set(name, checkpointText([header, payload, altered(signature, by, at)].join('.')));
  },
  'puts one signature under another statement': (from, at, by) => {
    const [one, other] = twoOf(namesOf(from, 'checkpoints'), at, by);
    const [header = '', payload = ''] = statementOf(from, one).split('.');
    from.files.set(one, checkpointText([header, payload, statementOf(from, other).split('.')[2]].join('.')));
  },
};

const hashesIn = (from: Evidence, name: string): readonly string[] => JSON.parse(from.files.get(name) ?? '[]');
export const turnedAt = (hashes: readonly string[], at: number, by: number): readonly string[] => {
  const place = at % hashes.length;
  const bytes = Buffer.from(hashes[place] ?? '', 'hex');
  const byte = by % bytes.length;
  bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (at % 8));
  return hashes.with(place, bytes.toString('hex'));
};

export const tileHands: Hands = {
  'turns a bit of a hash in a tile': (from, at, by) => {
    const name = oneOf(namesOf(from, 'tiles'), by);
    from.files.set(name, tileText(turnedAt(hashesIn(from, name), at, by)));
  },
  'exchanges two hashes of a tile': (from, at, by) => {
    const names = namesOf(from, 'tiles').filter((name) => hashesIn(from, name).length > 1);
    const name = oneOf(names, by);
    const hashes = hashesIn(from, name);
    const [one, other] = twoOf([...hashes.keys()], at, by);
    from.files.set(name, tileText(hashes.with(one, hashes[other] ?? '').with(other, hashes[one] ?? '')));
  },
  'cuts a tile off or lets it grow': (from, at, by) => {
    const name = oneOf(namesOf(from, 'tiles'), at);
    const hashes = hashesIn(from, name);
    from.files.set(name, tileText(by % 2 === 0 ? hashes.slice(1) : [...hashes, sha256Hex(String(by))]));
  },
  'takes a tile away': (from, at) => void from.files.delete(oneOf(namesOf(from, 'tiles'), at)),
  'puts a tile where the feed gives none': (from, at, by) =>
    void from.files.set(
      `tiles/${oneOf(tenants, at)}/${by % 3}/${by % 2}/${100 + (at % 150)}.json`,
      tileText([sha256Hex(String(at))]),
    ),
};

/** Records that a checkpoint covers: what is told of the last one waits for the next. */
const signedRecords = (from: Evidence): readonly RecordLine[] => {
  const ends = new Map(linesOf(from, 'tenant').map(({ tenant, checkpoint }) => [tenant, checkpoint?.feedEnd ?? 0]));
  const nameOf = ({ tenant, id, seq }: Pick<RecordLine, 'tenant' | 'id' | 'seq'>) => `${tenant} ${id} ${seq}`;
  const signed = new Set(
    linesOf(from, 'feed').flatMap((line) => (line.position <= (ends.get(line.tenant) ?? 0) ? [nameOf(line)] : [])),
  );
  return linesOf(from, 'record').filter((line) => signed.has(nameOf(line)));
};

/** Rewrites one chain from some record on, in table, archive and feed, so that all of it holds together by itself. */
const rewriteChain = (from: Evidence, at: number, by: number): void => {
  const victim = oneOf(signedRecords(from), at);
  const isOwn = ({ tenant, id }: { tenant: string; id: string }) => tenant === victim.tenant && id === victim.id;
  const hashes: string[] = [];
  change(from, 'record', (line) => {
    if (!isOwn(line)) return line;
    const forged = line.seq === victim.seq ? { requestId: `req_${by}_forged` } : {};
    const record = { ...line.record, ...forged, prev: hashes.at(-1) ?? null };
    const hash = sha256Hex(canonicalJson(record));
    hashes.push(hash);
    const name = recordName(line.tenant, { kind: line.aggregate, id: line.id }, line.seq);
    from.files.set(name, recordText({ record, hash }));
    return { ...line, record, hash };
  });
  const hashAt = (seq: number) => hashes[seq - 1];
  change(from, 'head', (line) => (isOwn(line) ? { ...line, hash: hashAt(line.seq) } : line));
  change(from, 'state', (line) => (isOwn(line) ? { ...line, head: hashAt(line.seq) } : line));
  change(from, 'feed', (line) => (isOwn(line) ? { ...line, hash: hashAt(line.seq) } : line));
};

/** Writes every tile anew from the feed as it is now. */
const rewriteTiles = (from: Evidence): ReadonlyMap<string, Tree> => {
  const trees = treesOf(readBook(from.lines).book);
  for (const name of namesOf(from, 'tiles')) {
    const [, tenant = '', level, index, width] = name.slice(0, -'.json'.length).split('/');
    const place = { level: Number(level), index: Number(index), width: Number(width) };
    from.files.set(name, tileText(trees.get(tenant)?.hashesOf(place) ?? []));
  }
  return trees;
};

const stranger = es256Signer((await aSigningKey('signing-1')).privateJwk);
const signedByStranger = async (from: Evidence, name: string, tree: Tree | undefined): Promise<string> => {
  const payload = statementOf(from, name).split('.')[1] ?? '';
  const says = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return checkpointText(await stranger.sign({ ...says, root: tree?.rootAt(says.feedEnd) }, 'checkpoint+jwt'));
};

/** Those who hold the table and the archive, and everything but the signing key. */
export const carefulHands: Hands = {
  'rewrites a chain in table, archive, feed and tiles': (from, at, by) => {
    rewriteChain(from, at, by);
    rewriteTiles(from);
  },
  'rewrites all that, and signs with a key of their own': async (from, at, by) => {
    rewriteChain(from, at, by);
    const trees = rewriteTiles(from);
    for (const name of namesOf(from, 'checkpoints'))
      from.files.set(name, await signedByStranger(from, name, trees.get(name.split('/')[1] ?? '')));
  },
};
