import { describe, expect, it } from 'vitest';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { sha256Hex } from '../../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../../functions/_kit/record.ts';
import { checkpointName, checkpointText, recordName } from '../../../functions/audit/evidence.ts';
import type { FeedLine, RecordLine } from '../../../tools/verify/book.ts';
import { aSigningKey } from '../../support/audited.ts';
import { type Evidence, edit, findingsIn, someEvidence, verify } from './evidence.ts';

const evidence = await someEvidence();
const copy = (): Evidence => ({ ...evidence, lines: [...evidence.lines], files: new Map(evidence.files) });
const alertRecords = evidence.lines
  .map((line) => JSON.parse(line) as RecordLine)
  .filter(({ line, aggregate }) => line === 'record' && aggregate === 'alert');
const [victim] = alertRecords;
if (victim === undefined) throw new Error('The book has alerts.');
const { id } = victim;
const positionOf = (seq: number): number =>
  evidence.lines
    .map((line) => JSON.parse(line) as FeedLine)
    .find((one) => one.line === 'feed' && one.id === id && one.seq === seq)?.position ?? 0;
const nameOf = (seq: number) => recordName('shop-a', { kind: 'alert', id }, seq);

/** Rewrites one chain of the table so that it holds together by itself again, as a careful forger would. */
const rewritten = (from: Evidence, change: (record: Record<string, unknown>) => object): Evidence => {
  let prev: string | null = null;
  const hashes: string[] = [];
  const records = edit(from, 'record', (line) => {
    if (line.id !== id) return line;
    const record = { ...change(line.record), prev };
    prev = sha256Hex(canonicalJson(record));
    hashes.push(prev);
    return { ...line, record, hash: prev };
  });
  const heads = edit(records, 'head', (line) => (line.id === id ? { ...line, hash: hashes.at(-1) } : line));
  const states = edit(heads, 'state', (line) => (line.id === id ? { ...line, head: hashes.at(-1) } : line));
  return edit(states, 'feed', (line) => (line.id === id ? { ...line, hash: hashes[line.seq - 1] } : line));
};

describe('verifyBook', () => {
  it('finds nothing in a book that nobody touched, and looks at all of it', async () => {
    const results = await verify(copy());
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    const looked = Object.fromEntries(results.map(({ check, looked: many }) => [check, many]));
    // Two alerts of three records, three customers and a policy of one or more; a proof; 2 + 1 checkpoints, each told;
    // a border tile for each; and of the checkpoints that were kept the first twice, as itself and in a proof.
    expect(looked['records']).toBeGreaterThanOrEqual(10);
    expect(looked).toMatchObject({ feeds: looked['records'], archive: looked['records'], checkpoints: 3 });
    expect(looked).toMatchObject({ tiles: 3, witness: 1, kept: 3, told: 3 });
  });

  it('finds one changed byte in a record of the table', async () => {
    const changed = edit(copy(), 'record', (line) =>
      line.id === id && line.seq === 2 ? { ...line, record: { ...line.record, operation: 'acknowledgeAlerT' } } : line,
    );
    const found = await findingsIn(changed);
    expect(found).toContain('records: The record was changed: its bytes do not give its hash.');
    expect(found).toContain('archive: The archive holds it with other bytes than the table.');
  });

  it('finds a record that is gone', async () => {
    const found = await findingsIn(
      edit(copy(), 'record', (line) => (line.id === id && line.seq === 2 ? undefined : line)),
    );
    expect(found).toContain('records: The record before it has no number 2: records are missing.');
    expect(found).toContain('archive: The archive holds this record, but the table lacks it.');
  });

  it('finds two records that stand in each other’s place', async () => {
    const swap: Record<number, number> = { 1: 2, 2: 1 };
    const found = await findingsIn(
      edit(copy(), 'record', (line) => (line.id === id ? { ...line, seq: swap[line.seq] ?? line.seq } : line)),
    );
    expect(found).toContain('records: The record says that it belongs somewhere else.');
  });

  it('finds a fork: a second record under a number', async () => {
    const forked = copy();
    forked.lines.push(JSON.stringify({ ...victim, record: { ...victim.record, operation: 'other' } }));
    expect(await findingsIn(forked)).toContain('records: The number is taken twice: the chain forks here.');
  });

  it('finds a rewritten chain by the archive, though the table holds together', async () => {
    const found = await findingsIn(rewritten(copy(), (record) => ({ ...record, operation: 'forged' })));
    expect(found.some((sentence) => sentence.startsWith('records'))).toBe(false);
    expect(found).toContain('archive: The archive holds it with other bytes than the table.');
  });

  it('finds a rewritten chain by the checkpoint, even when the archive was rewritten too', async () => {
    const forged = rewritten(copy(), (record) => ({ ...record, operation: 'forged' }));
    for (const line of forged.lines.map((text) => JSON.parse(text) as RecordLine)) {
      if (line.line !== 'record' || line.id !== id) continue;
      forged.files.set(nameOf(line.seq), canonicalJson({ hash: line.hash, record: line.record }));
    }
    const found = await findingsIn(forged);
    expect(found.some((sentence) => /^(records|archive|feeds|states)/.test(sentence))).toBe(false);
    expect(found.join()).toContain('history was cut off or changed');
  });

  it('finds a tail that was cut off in the table and in the archive, by the checkpoint and by a witness', async () => {
    const cut = copy();
    const kept = (line: { id: string; seq: number }) => line.id !== id || line.seq < 3;
    const second = alertRecords.find((line) => line.id === id && line.seq === 2)?.hash;
    const records = edit(cut, 'record', (line) => (kept(line) ? line : undefined));
    const gone = positionOf(3);
    const earlier = (position: number) => (position > gone ? position - 1 : position);
    const feed = edit(records, 'feed', (line) =>
      line.tenant !== 'shop-a' ? line : kept(line) ? { ...line, position: earlier(line.position) } : undefined,
    );
    const ends = edit(feed, 'tenant', (line) =>
      line.tenant === 'shop-a' ? { ...line, feedEnd: line.feedEnd - 1 } : line,
    );
    const moved = edit(ends, 'head', (line) =>
      line.tenant === 'shop-a' ? { ...line, position: earlier(line.position) } : line,
    );
    const heads = edit(moved, 'head', (line) =>
      line.id === id ? { ...line, seq: 2, hash: second, position: positionOf(2) } : line,
    );
    const states = edit(heads, 'state', (line) => (line.id === id ? { ...line, seq: 2, head: second } : line));
    cut.files.delete(nameOf(3));
    const found = await findingsIn(states);
    expect(found.some((sentence) => /^(records|audited heads|states|feeds|archive)/.test(sentence))).toBe(false);
    expect(found.join()).toContain('history was cut off or changed');
    expect(found).toContain('witness: The book lacks record 3, which we once proved to a partner.');
  });

  it('finds the end of a feed that was cut off', async () => {
    const last = Math.max(
      ...evidence.lines
        .map((text) => JSON.parse(text))
        .map(({ line, tenant, position }) => (line === 'feed' && tenant === 'shop-a' ? position : 0)),
    );
    // What was told of the last checkpoint stands behind what it signed.
    const signed = last - 1;
    const cut = edit(copy(), 'feed', (line) =>
      line.tenant === 'shop-a' && line.position >= signed ? undefined : line,
    );
    const shorter = edit(cut, 'tenant', (line) => (line.tenant === 'shop-a' ? { ...line, feedEnd: signed - 1 } : line));
    expect((await findingsIn(shorter)).join()).toContain(`It was cut off: it was signed up to ${signed}.`);
  });

  it('finds an event that tells of another checkpoint than was signed', async () => {
    const told = evidence.lines
      .map((line) => JSON.parse(line) as RecordLine)
      .find((line) => line.aggregate === 'checkpoint' && line.line === 'record');
    const forged = edit(copy(), 'record', (line) => {
      if (line.id !== told?.id || line.seq !== told.seq) return line;
      const text = JSON.stringify(line.record).replace(/"feedEnd":\d+/, '"feedEnd":1');
      return { ...line, record: JSON.parse(text) };
    });
    const found = await findingsIn(forged);
    expect(found).toContain('told: It was told as another one than was signed.');
    expect(found).toContain('told: It was told, and the archive lacks it, or holds another.');
  });

  it('finds two entries of a feed that changed their positions, for statements are windows of the feed', async () => {
    const swap: Record<number, number> = { 3: 4, 4: 3 };
    const changed = edit(copy(), 'feed', (line) =>
      line.tenant === 'shop-a' ? { ...line, position: swap[line.position] ?? line.position } : line,
    );
    expect((await findingsIn(changed)).join()).toContain('history was cut off or changed');
  });

  it('finds a feed that promises a partner another debt', async () => {
    const changed = edit(copy(), 'feed', (line) =>
      line.dueFromPartner === 432 ? { ...line, dueFromPartner: 431 } : line,
    );
    expect((await findingsIn(changed)).join()).toContain('It does not say what record 1 of pol_');
  });

  it('finds a checkpoint that somebody else signed', async () => {
    const forged = copy();
    const name = checkpointName('shop-a', 2);
    const { statement } = JSON.parse(forged.files.get(name) ?? '');
    const says = JSON.parse(Buffer.from(statement.split('.')[1], 'base64url').toString());
    const signer = es256Signer((await aSigningKey('signing-1')).privateJwk);
    forged.files.set(name, checkpointText(await signer.sign(says, 'checkpoint+jwt')));
    expect(await findingsIn(forged)).toContain('checkpoints: No key of the set signed it: it is forged or changed.');
  });

  it('finds a checkpoint that was taken away, from the middle and from the end', async () => {
    for (const number of [1, 2]) {
      const cut = copy();
      cut.files.delete(checkpointName('shop-a', number));
      expect((await findingsIn(cut)).some((sentence) => sentence.startsWith('checkpoints'))).toBe(true);
    }
  });

  it('finds a checkpoint of another tenant or another number under a name', async () => {
    const swapped = copy();
    const other = swapped.files.get(checkpointName('shop-b', 1)) ?? '';
    swapped.files.set(checkpointName('shop-a', 1), other);
    expect(await findingsIn(swapped)).toContain('checkpoints: It was signed as another one.');
  });

  it('finds an aggregate that was taken out of the table altogether', async () => {
    const without = (['record', 'head', 'state', 'feed'] as const).reduce(
      (from, kind) => edit(from, kind, (line) => (line.id === id ? undefined : line)),
      copy(),
    );
    const found = await findingsIn(without);
    expect(found).toContain('archive: The archive holds this record, but the table lacks it.');
    expect(found.join()).toContain('history was cut off or changed');
  });

  it('finds a head that names another position of the feed, for proofs are made from there', async () => {
    const changed = edit(copy(), 'head', (line) => (line.id === id ? { ...line, position: line.position - 1 } : line));
    expect(await findingsIn(changed)).toEqual(['feeds: Its head names another position of the feed.']);
  });

  it('leaves alone what operators decided about dead letters, and no other folder of theirs', async () => {
    const more = copy();
    more.files.set('ops/dead-letters/adjudicate-claim.1.json', '{}');
    expect(await findingsIn(more)).toEqual([]);
    more.files.set('ops/else/1.json', '{}');
    expect(await findingsIn(more)).toHaveLength(1);
  });

  it('finds evidence that belongs to nothing', async () => {
    for (const name of ['windows/shop-a/1.json', 'tiles/shop-c/0/0.json', 'checkpoints/shop-c/1.json']) {
      const more = copy();
      more.files.set(name, '[]');
      expect(await findingsIn(more)).toEqual([
        'archive: The archive holds this, but it belongs to nothing in the table.',
      ]);
    }
  });
});
