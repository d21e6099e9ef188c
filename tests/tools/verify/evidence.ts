import type { Line } from '../../../tools/verify/book.ts';
import { exportBook } from '../../../tools/verify/export.ts';
import type { Result } from '../../../tools/verify/finding.ts';
import { type Opener, opener } from '../../../tools/verify/statement.ts';
import { verifyBook } from '../../../tools/verify/verify-book.ts';
import { type AuditedWorld, aClosedAlert, anAuditedWorld, aRegistration } from '../../support/audited.ts';
import { aPolicy } from '../../support/sale.ts';

/** Everything that a verifier is given, to be tampered with. */
export type Evidence = {
  lines: string[];
  readonly files: Map<string, string>;
  readonly jwks: AuditedWorld['key']['jwks'];
  /** Opens statements by these keys; one for all that is done to this evidence. */
  readonly open: Opener;
  /** A proof that a partner took before anybody tampered. */
  proof: unknown;
  /** Checkpoints that the partner took: the first, and the last with the proof that it begins with the first. */
  kept: readonly unknown[];
};

export const exported = async ({ platform }: AuditedWorld): Promise<string[]> => {
  const lines: string[] = [];
  const stores = { store: platform.store({ read: 0, write: 0 }), audit: platform.audit({ read: 0, write: 0 }) };
  for await (const line of exportBook(stores)) lines.push(line);
  return lines;
};

export const evidenceOf = async (world: AuditedWorld, objectId: string): Promise<Evidence> => {
  const { body: proof } = await world.call('getProof', { params: { objectId } });
  const first = await world.call('getCheckpoint', { params: { number: '1' } });
  const last = await world.call('getCheckpoint', { params: { number: 'latest' }, query: { since: '1' } });
  const { jwks } = world.key;
  const held = { proof, kept: [first.body, last.body] };
  return { lines: await exported(world), files: new Map(world.files), jwks, open: opener(jwks), ...held };
};

/**
 * A book with a sale, customers, chains of three records, and two signed checkpoints of one tenant and one of
 * another.
 */
export const anEvidentWorld = async (): Promise<{ readonly world: AuditedWorld; readonly alertId: string }> => {
  const world = await anAuditedWorld();
  const alertId = await aClosedAlert(world, 1);
  await aPolicy(world, 'return-freight', { collection: 'partner' });
  await world.appendAll();
  await world.checkpoint();
  world.time.now = '2026-11-23T08:10:00.000Z';
  await aClosedAlert(world, 2);
  await aRegistration(world, 2);
  await world.call('registerCustomer', {
    tenant: 'shop-b',
    body: { name: 'Li', phone: '+8613900139000', locale: 'en' },
  });
  await world.appendAll();
  await world.checkpoint();
  // What is told of the last checkpoints stands behind them: the next ones will sign it.
  await world.appendAll();
  return { world, alertId };
};

export const someEvidence = async (): Promise<Evidence> => {
  const { world, alertId } = await anEvidentWorld();
  return evidenceOf(world, alertId);
};

export const verify = ({ lines, files, open, proof, kept }: Evidence): Promise<readonly Result[]> =>
  verifyBook({ lines, archive: { files, before: new Set(files.keys()) }, open, proof, kept });

/** The findings as sentences, and where each stands. */
export const findingsIn = async (evidence: Evidence): Promise<readonly string[]> =>
  (await verify(evidence)).flatMap(({ check, findings }) => findings.map(({ what }) => `${check}: ${what}`));

export type LineOf<K extends Line['line']> = Extract<Line, { readonly line: K }>;

/** Changes the lines of one kind; one that becomes undefined is taken away. */
export const edit = <K extends Line['line']>(
  evidence: Evidence,
  kind: K,
  change: (line: LineOf<K>, at: number) => object | undefined,
): Evidence => {
  let at = -1;
  const lines = evidence.lines.flatMap((text) => {
    const line: Line = JSON.parse(text);
    if (line.line !== kind) return [text];
    at += 1;
    const changed = change(line as LineOf<K>, at);
    return changed === undefined ? [] : [JSON.stringify(changed)];
  });
  return { ...evidence, lines };
};
