import { describe, expect, it } from 'vitest';
import { objectOf, touches } from '../../../domain/audit/object-of.ts';
import { ObjectId } from '../../../domain/audit/schema.ts';

const rest = '01jd8x2k7v5m3q9w4t6y8r0z1b';
const claimId = `clm_${rest}002`;

describe('objectOf', () => {
  it.each([
    ['pol', 'policy'],
    ['cus', 'customer'],
    ['unm', 'unmatched'],
    ['alr', 'alert'],
    ['stm', 'statement'],
  ])('finds the history of %s_… in its own chain', (prefix, kind) => {
    expect(objectOf(`${prefix}_${rest}`)).toEqual({ kind, root: { kind, id: `${prefix}_${rest}` } });
  });

  it('finds the history of a claim in the chain of its policy', () => {
    expect(objectOf(claimId)).toEqual({ kind: 'claim', root: { kind: 'policy', id: `pol_${rest}` } });
  });

  it('takes an id of no known kind for a bug, for the schema lets none through', () => {
    expect(() => objectOf(`off_${rest}`)).toThrow();
    expect(ObjectId.safeParse(`off_${rest}`).success).toBe(false);
    expect(ObjectId.safeParse(`pol_${rest}#x`).success).toBe(false);
    expect(ObjectId.safeParse(claimId).success).toBe(true);
  });
});

describe('touches', () => {
  const record = (data: unknown) => ({ events: [{ type: 'claim.reported', data }] });

  it('counts every record of an aggregate as its history', () => {
    expect(touches(`pol_${rest}`, record({}))).toBe(true);
  });

  it('counts for a claim only the records that name it', () => {
    expect(touches(claimId, record({ claimId }))).toBe(true);
    expect(touches(claimId, record({ claimId: `clm_${rest}001` }))).toBe(false);
    expect(touches(claimId, record(null))).toBe(false);
  });
});
