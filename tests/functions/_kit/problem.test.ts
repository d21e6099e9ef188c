import { describe, expect, it } from 'vitest';
import { policyRefusals } from '../../../domain/policies/refusals.ts';
import { ownRefusals } from '../../../functions/_kit/door-refusals.ts';
import { problemOf, sentenceIn } from '../../../functions/_kit/problem.ts';

const context = { docsUrl: 'https://bindery.test/docs', requestId: 'req_1', language: 'en' } as const;
const parsed = (refusal: Parameters<typeof problemOf>[0], language: 'en' | 'zh-CN' = 'en') => {
  const { status, body } = problemOf(refusal, { ...context, language });
  return { status, document: JSON.parse(body) as Record<string, unknown> };
};

describe('problemOf', () => {
  it('is an RFC 9457 document whose type is its page', () => {
    const { status, document } = parsed({
      code: 'claim-open',
      entry: policyRefusals['claim-open'],
      facts: { claimId: 'clm_1' },
    });
    expect(status).toBe(409);
    expect(document).toMatchObject({
      type: 'https://bindery.test/docs/problems/claim-open',
      title: 'A claim is open',
      status: 409,
      code: 'claim-open',
      instance: 'urn:request:req_1',
      retryable: false,
      facts: { claimId: 'clm_1' },
    });
  });

  it('carries the members that another standard asks for, beside its own', () => {
    const refusal = { code: 'claim-open', entry: policyRefusals['claim-open'] };
    const { body } = problemOf(refusal, { ...context, members: { error: 'invalid_client' } });
    expect(JSON.parse(body)).toMatchObject({ code: 'claim-open', status: 409, error: 'invalid_client' });
  });

  it('titles itself in the caller’s language', () => {
    expect(parsed({ code: 'claim-open', entry: policyRefusals['claim-open'] }, 'zh-CN').document['title']).toBe(
      '存在未结理赔',
    );
  });

  it('says a refusal as a sentence of the caller’s language', () => {
    const entry = policyRefusals['claim-open'];
    expect(sentenceIn(entry, 'en')).toBe('A claim is open.');
    expect(sentenceIn(entry, 'zh-CN')).toBe('存在未结理赔。');
  });

  it('says which failures may be retried with the same key', () => {
    const retryable = Object.entries(ownRefusals).filter(
      ([code, entry]) => parsed({ code, entry }).document['retryable'] === true,
    );
    const codes = ['rate-limited', 'changed-meanwhile', 'temporarily-unavailable', 'internal', 'request-timeout'];
    expect(retryable.map(([code]) => code)).toEqual(codes);
  });
});
