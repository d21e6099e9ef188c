import { describe, expect, it } from 'vitest';
import { readBook } from '../../../tools/verify/book.ts';
import { anAuditedWorld, aRegistration, removeRecord, tamper } from '../../support/audited.ts';
import { anEvidentWorld, evidenceOf, exported, findingsIn } from './evidence.ts';

describe('exportBook', () => {
  it('walks from tenants to heads, records and feeds, and every line is one that the verifier reads', async () => {
    const { world } = await anEvidentWorld();
    const { book, looked, findings } = readBook(await exported(world));
    expect(findings).toEqual([]);
    expect(book.tenants.map(({ tenant }) => tenant)).toEqual(['shop-a', 'shop-b']);
    expect(book.records.length).toBe(world.published.length);
    expect(looked).toBe(2 + book.heads.length * 2 + book.records.length * 2);
  });

  it('numbers records by where they stand, whatever they say themselves', async () => {
    const { world, alertId } = await anEvidentWorld();
    const [one, two] = [1, 2].map((seq) =>
      world.engine
        .items()
        .find(({ pk, sk }) => String(pk).endsWith(alertId) && sk === `OP#${String(seq).padStart(10, '0')}`),
    );
    await tamper(world, 'OP#0000000001', () => ({ ...two, sk: 'OP#0000000001' }));
    await tamper(world, 'OP#0000000002', () => ({ ...one, pk: two?.['pk'], sk: 'OP#0000000002' }));
    const found = await findingsIn(await evidenceOf(world, alertId));
    expect(found).toContain('records: The record says that it belongs somewhere else.');
  });

  it('exports a record that cannot be read as one that was changed', async () => {
    const { world, alertId } = await anEvidentWorld();
    const evidence = await evidenceOf(world, alertId);
    await tamper(world, 'OP#0000000002', (item) => ({ ...item, z: Buffer.from('nothing') }));
    expect(await findingsIn({ ...evidence, lines: await exported(world) })).toContain(
      'records: The record was changed: its bytes do not give its hash.',
    );
  });

  it('shows the gap that a deleted record leaves', async () => {
    const { world, alertId } = await anEvidentWorld();
    const evidence = await evidenceOf(world, alertId);
    await removeRecord(world, 'alert', alertId, 2);
    expect(await findingsIn({ ...evidence, lines: await exported(world) })).toContain(
      'records: The record before it has no number 2: records are missing.',
    );
  });

  it('says so when the audit moves too fast to be exported whole', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    let end = 0;
    const feedEnd = async () => {
      end += 1;
      return { position: end };
    };
    const audit = { ...world.platform.audit({ read: 0, write: 0 }), feedEnd };
    const busy = { ...world, platform: { ...world.platform, audit: () => audit } };
    await expect(exported(busy)).rejects.toThrow('moves too fast');
  });
});
