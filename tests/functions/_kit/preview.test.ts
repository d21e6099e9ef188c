import { describe, expect, it } from 'vitest';
import { objectionToPreview, type Previewed, signPreview } from '../../../functions/_kit/preview.ts';

const secret = Buffer.alloc(32, 7);
const wall = '2026-11-23T08:00:00.000Z';
const previewed: Previewed = {
  operation: 'cancelPolicy',
  object: { kind: 'policy', id: 'pol_1', seq: 4 },
  body: { reason: 'withdrawal' },
  shown: { rule: 'always', refund: 1200, productVersion: 1 },
};
const { token } = signPreview(secret, previewed, wall);
const objection = (change: Partial<Previewed>, of = token, at = wall, by: Uint8Array = secret) =>
  objectionToPreview(by, of, { ...previewed, ...change }, at);

describe('a preview', () => {
  it('confirms what was asked and shown, whatever the order of its fields', () => {
    expect(objection({})).toBeUndefined();
    expect(objection({ shown: { productVersion: 1, refund: 1200, rule: 'always' } })).toBeUndefined();
  });

  it.each([
    ['another operation', { operation: 'endorsePolicy' }],
    ['another body', { body: { reason: 'other' } }],
    ['another object', { object: { ...previewed.object, id: 'pol_2' } }],
    ['an object of another kind', { object: { ...previewed.object, kind: 'claim' } }],
  ])('is not one of %s', (_what, change) => {
    expect(objection(change)).toBe('preview-invalid');
  });

  it.each([
    ['the object has moved on', { object: { ...previewed.object, seq: 5 } }],
    ['another amount would move', { shown: { rule: 'always', refund: 1199, productVersion: 1 } }],
    ['another product version would decide', { shown: { rule: 'always', refund: 1200, productVersion: 2 } }],
  ])('is outdated when %s', (_what, change) => {
    expect(objection(change)).toBe('preview-outdated');
  });

  it('lives for fifteen minutes and not a second longer', () => {
    expect(objection({}, token, '2026-11-23T08:14:59.999Z')).toBeUndefined();
    expect(objection({}, token, '2026-11-23T08:15:00.000Z')).toBe('preview-expired');
  });

  it('is no other tenant’s, and none at all when any character of it is another', () => {
    expect(objection({}, token, wall, Buffer.alloc(32, 8))).toBe('preview-invalid');
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(objection({}, `${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBe('preview-invalid');
    }
    for (const none of ['', '.', 'e30.', `${token}.x`]) expect(objection({}, none)).toBe('preview-invalid');
  });
});
