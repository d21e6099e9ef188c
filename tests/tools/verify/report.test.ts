import { describe, expect, it } from 'vitest';
import { finding } from '../../../tools/verify/finding.ts';
import { reportOf } from '../../../tools/verify/report.ts';

describe('reportOf', () => {
  it('gives a line for each check and a sentence for each finding', () => {
    const { lines, holds } = reportOf([
      { check: 'records', looked: 12, findings: [] },
      { check: 'feeds', looked: 12, findings: [finding('feed of shop-a', 'Position 3 is missing.')] },
    ]);
    expect(lines).toEqual([
      'records               12 looked at   ok',
      'feeds                 12 looked at   1 found',
      '  feed of shop-a: Position 3 is missing.',
    ]);
    expect(holds).toBe(false);
  });

  it('does not take nothing for proof', () => {
    const { lines, holds } = reportOf([{ check: 'records', looked: 0, findings: [] }]);
    expect(holds).toBe(false);
    expect(lines.at(-1)).toBe('  records: There is nothing here to verify.');
  });

  it('holds for a book that has no checkpoint yet', () => {
    expect(reportOf([{ check: 'checkpoints', looked: 0, findings: [] }]).holds).toBe(true);
  });
});
