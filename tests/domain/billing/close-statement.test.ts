import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeStatement, type FeedLine } from '../../../domain/billing/close-statement.ts';

const now = '2026-12-01T00:00:00.000Z';
const line = (position: number, dueFromPartner: number, currency = 'CNY'): FeedLine => ({
  position,
  dueFromPartner,
  currency,
});
const close = (lines: readonly FeedLine[], after = 0) => closeStatement('stm_1', after, lines, { now });

describe('closeStatement', () => {
  it('sums what was collected, with a cancellation as a negative line', () => {
    expect(close([line(1, 432), line(2, 0), line(3, 23), line(4, -432)])).toMatchObject({
      value: {
        events: [{ type: 'statement.closed', data: { after: 0, until: 4, lines: 3, total: 23, currency: 'CNY' } }],
      },
    });
  });

  it('ends its window before the first movement in another currency, which the next one takes', () => {
    expect(close([line(1, 432), line(2, 0), line(3, 5, 'EUR'), line(4, 23)])).toMatchObject({
      value: { events: [{ data: { until: 2, total: 432 } }] },
    });
  });

  it('has nothing to settle where no debt moved', () => {
    expect(close([line(1, 0)])).toMatchObject({ ok: false, code: 'nothing-to-settle' });
    expect(close([], 7)).toMatchObject({ ok: false, facts: { after: 7 } });
  });

  it('claims every line once, however the feed is cut into statements', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        (amounts, size) => {
          const lines = amounts.map((amount, at) => line(at + 1, amount));
          let claimed = 0;
          for (let at = 0; at < lines.length; at += size) {
            const decision = close(lines.slice(at, at + size), at);
            if (decision.ok) claimed += decision.value.events[0]?.data.total ?? 0;
          }
          expect(claimed).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
        },
      ),
    );
  });
});
