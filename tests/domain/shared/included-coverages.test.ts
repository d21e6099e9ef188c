import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../domain/shared/form/schema.ts';
import { includedCoverages } from '../../../domain/shared/included-coverages.ts';

const coverages = [
  { code: 'screen' },
  { code: 'accidental', when: [['plan', 'in', ['accidental', 'theft']]] },
  {
    code: 'theft',
    when: [
      ['plan', '=', 'theft'],
      ['region', '=', 'T1'],
    ],
  },
] satisfies { code: string; when?: Condition[] }[];
const codes = (inputs: Readonly<Record<string, string>>) =>
  includedCoverages(coverages, inputs).map(({ code }) => code);

describe('includedCoverages', () => {
  it('includes what has no condition, whatever was chosen', () => {
    expect(codes({})).toEqual(['screen']);
  });

  it('includes what the chosen plan has, in the order of the product', () => {
    expect(codes({ plan: 'accidental' })).toEqual(['screen', 'accidental']);
    expect(codes({ plan: 'theft', region: 'T1' })).toEqual(['screen', 'accidental', 'theft']);
  });

  it('leaves out a coverage of which one condition fails', () => {
    expect(codes({ plan: 'theft', region: 'T2' })).toEqual(['screen', 'accidental']);
  });
});
