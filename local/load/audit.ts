import { readBook } from '../../tools/verify/book.ts';
import type { Result } from '../../tools/verify/finding.ts';
import { opener } from '../../tools/verify/statement.ts';
import { verifyBook } from '../../tools/verify/verify-book.ts';
import { compareTables } from '../restore/compare-tables.ts';
import { inMemory } from '../restore/in-memory.ts';
import { rebuild } from '../restore/rebuild.ts';
import type { Acknowledged, Refused } from './acknowledged.ts';
import type { LeftBehind } from './aftermath.ts';
import { checkAcknowledged, checkRefused } from './checks/check-acknowledged.ts';
import { checkAudited, checkListed } from './checks/check-audited.ts';
import { checkEntries, checkTrialBalance } from './checks/check-balances.ts';
import { checkCash } from './checks/check-cash.ts';
import { checkClaims, checkFolds } from './checks/check-folds.ts';
import { checkCharged, checkPayments } from './checks/check-payments.ts';
import { checkPayouts } from './checks/check-payouts.ts';
import { checkReplays, type Replay } from './checks/check-replays.ts';
import { mustLook } from './checks/check-run.ts';
import { rowsOf } from './checks/records.ts';

/** Everything that the audit looks at: what shops were told, and what was left behind. */
export type Evidence = LeftBehind & {
  readonly acknowledged: readonly Acknowledged[];
  readonly refused: readonly Refused[];
  readonly replays: readonly Replay[];
};

const bookChecks = ({ table, provider, acknowledged, refused, replays }: Evidence): readonly Result[] => {
  const rows = rowsOf(table.lines);
  return [
    checkAcknowledged(acknowledged, rows),
    checkRefused(refused, rows),
    checkReplays(replays),
    checkFolds(rows, table.roots),
    checkClaims(rows, table.claims),
    checkEntries(rows),
    checkTrialBalance(rows, table.roots),
    checkCharged(provider, acknowledged),
    checkPayments(provider, rows),
    checkPayouts(provider, rows),
    checkCash(provider, rows),
    checkAudited(readBook(table.lines).book),
    checkListed(table),
  ];
};

/** A run of a minute may end before its first checkpoint was signed, and what that leaves in the archive. */
const mayBeEmpty: ReadonlySet<string> = new Set(['verified checkpoints', 'verified tiles', 'verified told']);

const verified = async ({ table, archive, jwks }: Evidence): Promise<readonly Result[]> => {
  const files = { files: archive, before: new Set(archive.keys()) };
  const results = await verifyBook({ lines: table.lines, archive: files, open: opener(jwks) });
  return results.map((result) => ({ ...result, check: `verified ${result.check}` }));
};

/** The archive alone gives the same table again (reliability O1). */
const restored = async ({ table, archive }: Evidence): Promise<readonly Result[]> => {
  const book = rebuild(archive, () => new Date().toISOString());
  if (book.findings.length > 0) return [{ check: 'restored', looked: archive.size, findings: book.findings }];
  return compareTables(table, await inMemory(book));
};

/** Looks at everything that a load has left behind; a check that finds nothing to look at is a finding. */
export const audit = async (evidence: Evidence): Promise<readonly Result[]> => {
  const results = [...bookChecks(evidence), ...(await verified(evidence)), ...(await restored(evidence))];
  return results.map((result) => (mayBeEmpty.has(result.check) ? result : mustLook(result)));
};
