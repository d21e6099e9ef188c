import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked, normalised } from '../../../domain/customers/normalise.ts';

describe('normalised', () => {
  it('finds one person however the number was typed', () => {
    expect(normalised('１１０１０５-19491231 002x')).toBe(normalised('11010519491231002X'));
  });

  it('changes nothing that it has changed before', () => {
    fc.assert(fc.property(fc.string(), (text) => normalised(normalised(text)) === normalised(text)));
  });
});

describe('masked', () => {
  it('shows the ends of a long value, one letter of a short one, and nothing of the shortest', () => {
    expect(masked('11010519491231002X')).toBe('11**************2X');
    expect(masked('王小明')).toBe('王*明');
    expect(masked('王明')).toBe('**');
  });

  it('never shows more than four characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => [...masked(text)].filter((one) => one !== '*').length <= 4,
      ),
    );
  });
});
