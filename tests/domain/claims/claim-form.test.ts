import { describe, expect, it } from 'vitest';
import { partAnswers, waybillOf } from '../../../domain/claims/claim-form.ts';
import { covered } from './samples.ts';

const howOf = (productId: string, code: string) => {
  const how = covered(productId, code).rules.coverages.find((coverage) => coverage.code === code);
  if (how === undefined) throw new Error(`no claim form for ${code}`);
  return how;
};
const keyed = (name: string, value: string) => `${name}:${value.length}`;

describe('partAnswers', () => {
  it('keeps answers that identify nobody, and hashes the waybill, which may be claimed on once', () => {
    const answers = { waybillNumber: 'SF1234567890', returnKind: 'return', paidBy: 'buyer', onPlatform: true };
    expect(partAnswers(howOf('return-freight', 'return-freight'), answers, keyed)).toEqual({
      facts: { returnKind: 'return', paidBy: 'buyer', onPlatform: true },
      hashes: { waybillNumber: 'waybillNumber:12' },
      holds: ['one waybill:12'],
    });
  });

  it('hashes personal answers too, and holds nothing for them', () => {
    const answers = { policeReport: 'PD-2026-0042' };
    expect(partAnswers(howOf('device-protection', 'theft'), answers, keyed)).toEqual({
      facts: {},
      hashes: { policeReport: 'policeReport:12' },
      holds: [],
    });
  });
});

describe('waybillOf', () => {
  it('finds the waybill only where a parcel decides', () => {
    expect(waybillOf(howOf('return-freight', 'return-freight'), { waybillNumber: 'SF1234567890' })).toBe(
      'SF1234567890',
    );
    expect(waybillOf(howOf('device-protection', 'screen'), { waybillNumber: 'SF1234567890' })).toBeUndefined();
  });
});
