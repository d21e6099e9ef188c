import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { problemFiles } from '../../../tools/generate/problems.ts';

const pages = new Map(problemFiles(await loadCapabilities()));
const keyLineOf = (code: string) => pages.get(`problems/${code}.md`)?.match(/^\*\*Key:.*$/m)?.[0];

describe('the page of a problem', () => {
  it.each([
    'quote-already-bound',
    'policy-state-refuses',
    'quote-expired',
    'disclosures-not-acknowledged',
    'limit-used-up',
  ])('says that %s, a word of the business, is kept under its key', (code) => {
    expect(keyLineOf(code)).toBe('**Key: used** — mend it under a new key.');
  });

  it.each([
    'invalid-request',
    'claim-form-invalid',
    'policy-not-found',
    'forbidden',
    'scopes-exceed-own',
    'unauthenticated',
    'version-differs',
    'malformed-json',
    'body-too-large',
  ])('says that %s uses no key, so what is mended may have the same one', (code) => {
    expect(keyLineOf(code)).toBe('**Key: not used** — mend it under the same key.');
  });

  it.each(['rate-limited', 'changed-meanwhile', 'temporarily-unavailable', 'internal', 'request-timeout'])(
    'says that %s uses no key, so the same request is sent again under it',
    (code) => {
      expect(keyLineOf(code)).toBe('**Key: not used** — send the same request again under the same key.');
    },
  );

  it('asks for a new key where the key itself stands for something else', () => {
    expect(keyLineOf('idempotency-key-reused')).toBe('**Key: used** — mend it under a new key.');
  });

  it('speaks of no key where only operations answer it that take none', () => {
    expect(keyLineOf('basket-not-found')).toBe('**Key: none** — the operations that answer it take no key.');
  });

  it('says it on every page once, and on none that a refusal stays', () => {
    const texts = [...pages].filter(([name]) => name !== 'problems/README.md').map(([, text]) => text);
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expect(text.match(/^\*\*Key: (not used|used|none)\*\* — /gm)).toHaveLength(1);
    expect(texts.filter((text) => text.includes('It stays refused'))).toEqual([]);
  });
});
