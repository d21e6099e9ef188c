import { beforeAll, describe, expect, it } from 'vitest';
import type { Policy } from '../../../domain/policies/schema.ts';
import { audit, type Evidence } from '../../../local/load/audit.ts';
import type { RootRead } from '../../../local/restore/read-table.ts';
import { honestEvidence } from './evidence.ts';

let honest: Evidence;
beforeAll(async () => {
  honest = await honestEvidence();
});

type Line = Record<string, unknown>;
const kindOf = (line: Line) => line['line'];

/** Changes the exported lines; one that becomes undefined is taken away. */
const lines = (evidence: Evidence, change: (line: Line) => Line | undefined): Evidence => {
  const changed = evidence.table.lines.flatMap((text) => {
    const line = change(JSON.parse(text));
    return line === undefined ? [] : [JSON.stringify(line)];
  });
  return { ...evidence, table: { ...evidence.table, lines: changed } };
};

const recordOf = (line: Line): Line => Object(line['record']);
const isBind = (line: Line): boolean => kindOf(line) === 'record' && recordOf(line)['operation'] === 'bindPolicy';
const withRecord = (line: Line, change: Line): Line => ({ ...line, record: { ...recordOf(line), ...change } });

const policies = (evidence: Evidence, change: (state: Policy) => object): Evidence => {
  const roots = evidence.table.roots.map(
    (read): RootRead =>
      read.kind === 'policy'
        ? {
            ...read,
            root: { ...read.root, state: { ...Object(read.root.state), ...change(read.root.state as Policy) } },
          }
        : read,
  );
  return { ...evidence, table: { ...evidence.table, roots } };
};

const provider = (evidence: Evidence, change: Partial<Evidence['provider']>): Evidence => ({
  ...evidence,
  provider: { ...evidence.provider, ...change },
});
const withIntent = (evidence: Evidence, id: string, change: object): Evidence => {
  const { intents } = evidence.provider;
  return provider(evidence, {
    intents: { ...intents, [id]: { ...Object(intents['pi_356938035643809']), id, ...change } },
  });
};
const withoutEvent = (line: Line, type: string): Line =>
  withRecord(line, { events: [recordOf(line)['events']].flat().filter((event) => Object(event).type !== type) });

/** Each is a fault, the check that has to see it, and what it says. */
const faults: readonly (readonly [what: string, check: string, says: RegExp, plant: (honest: Evidence) => Evidence])[] =
  [
    [
      'a bind is lost',
      'acknowledged',
      /has no record of it/,
      (e) => lines(e, (line) => (isBind(line) ? undefined : line)),
    ],
    [
      'a bind is done twice',
      'acknowledged',
      /It was done 2 times/,
      (e) => ({
        ...e,
        table: { ...e.table, lines: [...e.table.lines, ...e.table.lines.filter((text) => isBind(JSON.parse(text)))] },
      }),
    ],
    [
      'another id was answered',
      'acknowledged',
      /does not hold policy\.bound with the policyId/,
      (e) => ({
        ...e,
        acknowledged: e.acknowledged.map((one) => (one.kind === 'bindPolicy' ? { ...one, text: '{}' } : one)),
      }),
    ],
    [
      'a refused command was done',
      'refused',
      /but done/,
      (e) => ({ ...e, refused: e.acknowledged.filter(({ kind }) => kind === 'bindPolicy') }),
    ],
    [
      'a key is answered otherwise',
      'replays',
      /other bytes/,
      (e) => ({ ...e, replays: e.replays.map(({ first, again }) => ({ first, again: { ...again, text: '{ }' } })) }),
    ],
    [
      'a key does its work again',
      'replays',
      /not say that it is a repetition/,
      (e) => ({
        ...e,
        replays: e.replays.map(({ first, again }) => ({ first, again: { ...again, replayed: false } })),
      }),
    ],
    [
      'a balance is edited',
      'folds',
      /not the fold/,
      (e) => policies(e, ({ balances }) => ({ balances: { ...balances, cash: 1 } })),
    ],
    [
      'a claim is lost',
      'claims',
      /it is not there/,
      (e) => ({ ...e, table: { ...e.table, claims: e.table.claims.slice(1) } }),
    ],
    [
      'an entry does not balance',
      'entries',
      /misses zero by 1 CNY/,
      (e) =>
        lines(e, (line) =>
          isBind(line) ? withRecord(line, { postings: [{ account: 'cash', amount: 1, currency: 'CNY' }] }) : line,
        ),
    ],
    [
      'the trial balance is off',
      'trial balance',
      /misses zero by/,
      (e) => policies(e, ({ balances }) => ({ balances: { ...balances, cash: (balances['cash'] ?? 0) + 1 } })),
    ],
    ['the provider forgets a payment', 'charged', /forgot it/, (e) => provider(e, { intents: {} })],
    ['a payment is booked nowhere', 'payments', /stands nowhere/, (e) => withIntent(e, 'pi_9999', {})],
    [
      'a payment is booked twice',
      'payments',
      /stands 2 times/,
      (e) =>
        lines(e, (line) => {
          const events = kindOf(line) === 'record' ? [recordOf(line)['events']].flat() : [];
          const paid = events.filter((event) => Object(event).type === 'premium.received');
          return paid.length === 0 ? line : withRecord(line, { events: [...events, ...paid] });
        }),
    ],
    [
      'another amount is booked',
      'payments',
      /another amount/,
      (e) => withIntent(e, 'pi_356938035643809', { amount_received: 13963 }),
    ],
    [
      'a payout is sent twice',
      'disbursements',
      /has sent it 2 times/,
      (e) =>
        provider(e, {
          payouts: { ...e.provider.payouts, po_2: { ...Object(e.provider.payouts['po_1']), id: 'po_2' } },
        }),
    ],
    ['a payout never left', 'disbursements', /the provider never did/, (e) => provider(e, { payouts: {} })],
    [
      'a payout that left is not in the book',
      'disbursements',
      /the book does not say so/,
      (e) => lines(e, (line) => (kindOf(line) === 'record' ? withoutEvent(line, 'disbursement.succeeded') : line)),
    ],
    ['cash is missing', 'cash', /at the provider there are/, (e) => provider(e, { refunds: {} })],
    [
      'a record was never audited',
      'audited',
      /but is audited to/,
      (e) => lines(e, (line) => (kindOf(line) === 'head' ? { ...line, seq: Number(line['seq']) + 1 } : line)),
    ],
    [
      'an aggregate was never audited',
      'lists',
      /no audit ever saw it/,
      (e) => ({ ...e, table: { ...e.table, roots: e.table.roots.slice(1) } }),
    ],
    [
      'a list forgets an aggregate',
      'lists',
      /no list has it/,
      (e) => ({ ...e, table: { ...e.table, listed: e.table.listed.slice(1) } }),
    ],
    [
      'a record is edited',
      'verified records',
      /bytes do not give its hash/,
      (e) => lines(e, (line) => (isBind(line) ? withRecord(line, { operation: 'anotherOne' }) : line)),
    ],
    [
      'the archive lacks a record',
      'restored records',
      /It was not rebuilt/,
      (e) => ({ ...e, archive: new Map([...e.archive].filter(([name]) => !name.includes('/customer/'))) }),
    ],
    [
      'the archive holds another record',
      'restored',
      /bytes do not give its hash/,
      (e) => ({ ...e, archive: new Map([...e.archive].map(([name, text]) => [name, text.replace('req_', 'rex_')])) }),
    ],
  ];

describe('the audit of a load', () => {
  it('finds nothing after an honest run, and every check has looked at something', async () => {
    const results = await audit(honest);
    expect(results.flatMap(({ check, findings }) => findings.map(({ what }) => `${check}: ${what}`))).toEqual([]);
    for (const { check, looked } of results) expect(looked, check).toBeGreaterThan(0);
  });
  it.each(faults)('sees that %s', async (_what, check, says, plant) => {
    const results = await audit(plant(honest));
    const found = results.filter((result) => result.check === check).flatMap(({ findings }) => findings);
    expect(found.map(({ what }) => what).join('\n')).toMatch(says);
  });
  it('has a planted fault for every check of its own', async () => {
    const own = (await audit(honest)).map(({ check }) => check).filter((check) => !/^(verified|restored) /.test(check));
    expect(own.filter((check) => !faults.some(([, planted]) => planted === check))).toEqual([]);
  });
  it('calls it a finding when a check had nothing to look at', async () => {
    const results = await audit({ ...honest, replays: [] });
    expect(results.find(({ check }) => check === 'replays')?.findings[0]?.what).toBe('There was nothing to look at.');
  });
});
