import { closeStatement, type FeedLine } from '../../domain/billing/close-statement.ts';
import { implement } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import { billing } from './contract.ts';
import { skipDebtless } from './skip-debtless.ts';

const contract = billing.endpoints.closeStatement;
const linesMax = 1_000;

/**
 * Where the next window begins. The listing may lag behind, so from the newest statement that it shows the chain is
 * followed by consistent reads: an id follows from its window's beginning, so that no two statements can cover the
 * same records.
 */
const nextWindow = async (ports: PortsOf<typeof contract>) => {
  const newest = await ports.list('statement', { limit: 1 });
  let after = newest.items[0]?.until ?? 0;
  for (;;) {
    const statementId = ports.idFrom('stm', 'after', String(after));
    const { statement } = await ports.load({ statement: statementId });
    if (statement === undefined) return { statementId, after };
    after = statement.until;
  }
};

/** Reads on until some debt has moved or the feed ends: records that move none must not hold up a statement. */
const linesAfter = async (ports: PortsOf<typeof contract>, after: number): Promise<readonly FeedLine[]> => {
  let from = await skipDebtless(ports, after, linesMax);
  if (from === undefined) return [];
  for (;;) {
    const lines: readonly FeedLine[] = await ports.feed(from, linesMax);
    const last = lines.at(-1)?.position;
    if (last === undefined || lines.length < linesMax || lines.some(({ dueFromPartner }) => dueFromPartner !== 0))
      return lines;
    from = last;
  }
};

export const endpoint = implement(contract, async ({ now, ports }) => {
  const { statementId, after } = await nextWindow(ports);
  const decision = closeStatement(statementId, after, await linesAfter(ports, after), { now });
  if (!decision.ok) return decision;
  return ports.commit({ statement: decision.value }, ({ statement }) => statement);
});
