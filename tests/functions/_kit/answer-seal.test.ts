import { describe, expect, it } from 'vitest';
import { answerSeal } from '../../../functions/_kit/answer-seal.ts';
import { countedBytes } from '../../support/world.ts';

const random = countedBytes('seal');
const derivation = random(32);
const scope = ['createCredential', '', 'key-0001'];
const answer = {
  ...{ status: 201, body: '{"secret":"bds_shown_once"}', contentType: 'application/json' },
  ...{ fingerprint: 'asked', callId: 'call-1' },
};
const seal = answerSeal(derivation, scope, random);

describe('answerSeal', () => {
  it('keeps nothing of the body in the clear, and opens it to the byte', () => {
    const closed = seal.close(answer);
    expect(JSON.stringify(closed)).not.toContain('bds_');
    expect(closed).toMatchObject({ status: 201, fingerprint: 'asked', callId: 'call-1' });
    expect(answerSeal(derivation, scope, random).open(closed)).toEqual(answer);
  });
  it.each([
    ['another key', derivation, ['createCredential', '', 'key-0002']],
    ['another operation', derivation, ['addCredentialSecret', '', 'key-0001']],
    ['another tenant', countedBytes('other')(32), scope],
  ])('opens for no retry with %s', (_what, secret, of) => {
    expect(() => answerSeal(secret, of, random).open(seal.close(answer))).toThrow();
  });
  it('notices a sealed answer that was changed', () => {
    const closed = seal.close(answer);
    const bytes = Buffer.from(closed.body, 'base64url');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(() => seal.open({ ...closed, body: bytes.toString('base64url') })).toThrow();
  });
  it('seals each attempt under bytes of its own', () => {
    expect(seal.close(answer).body).not.toBe(seal.close(answer).body);
  });
  it('leaves a refusal as it is', () => {
    const refusal = { ...answer, status: 409, contentType: 'application/problem+json' };
    expect(seal.open(refusal)).toBe(refusal);
  });
});
