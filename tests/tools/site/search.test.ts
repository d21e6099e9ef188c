import MiniSearch from 'minisearch';
import { afterAll, describe, expect, it } from 'vitest';
import { fields, searchOptions, termOf, tokensOf } from '../../../tools/site/assets/tokens.js';
import { siteOf } from '../../../tools/site/site.ts';
import { repository, someDocs } from './fixture.ts';

const indexOf = (text: string) =>
  MiniSearch.loadJSON(text, {
    ...{ fields, idField: 'path', storeFields: ['title', 'about', 'language', 'weight'] },
    ...{ tokenize: tokensOf, processTerm: termOf },
  });
const json = String(siteOf(repository).at('/docs/search.json')?.body);
const ours = indexOf(json);
const found = (index: MiniSearch, words: string, language = 'en'): readonly string[] =>
  index.search(words, searchOptions(language)).map(({ id }) => String(id));

describe('the words of a search', () => {
  it('are found whole and by their parts', () => {
    expect(tokensOf('bindPolicy')).toEqual(['bindpolicy', 'bind', 'policy']);
    expect(tokensOf('price-changed')).toEqual(['price-changed', 'price', 'changed']);
    expect(tokensOf('policy.bound')).toEqual(['policy.bound', 'policy', 'bound']);
  });
  it('are pairs of characters in Chinese', () => {
    expect(tokensOf('理赔申请')).toEqual(['理赔', '赔申', '申请']);
    expect(tokensOf('赔 Webhook')).toEqual(['webhook', '赔']);
  });
  it('are one word in singular and plural', () => {
    expect(['webhooks', 'address', 'has'].map(termOf)).toEqual(['webhook', 'address', 'has']);
  });
});

describe('a search of the docs', () => {
  it.each([
    ['bindPolicy', '/docs/reference/operations/bindPolicy'],
    ['bindpolicy', '/docs/reference/operations/bindPolicy'],
    ['POST /v1/quotes', '/docs/reference/operations/createQuote'],
    ['price-changed', '/docs/reference/problems/price-changed'],
    ['429', '/docs/reference/problems/rate-limited'],
    ['rate limited', '/docs/reference/problems/rate-limited'],
    ['policy.bound', '/docs/reference/events/policy.bound'],
    ['webhook signature', '/docs/guides/webhooks'],
    ['retries', '/docs/guides/retries'],
    ['sandbox', '/docs/guides/sandbox'],
    ['quickstart', '/docs/quickstart'],
    ['lifecycle', '/docs/reference/lifecycles'],
    ['weebhooks', '/docs/guides/webhooks'],
    ['glossary', '/docs/glossary'],
    ['pagination', '/docs/sdk#lists'],
    ['cli', '/docs/sdk#the-command-line'],
    ['command line', '/docs/sdk#the-command-line'],
    ['timeout', '/docs/guides/retries'],
    ['refund', '/docs/guides/money'],
    ['限流', '/docs/reference/limits'],
  ])('finds first by “%s”: %s', (words, path) => {
    expect(found(ours, words)[0]).toBe(path);
  });
  it('leads by other words to the guides that answer them', () => {
    expect(found(ours, '幂等', 'zh')[0]).toBe('/docs/zh/guides/retries');
    const rotating = found(ours, 'rotate secret').slice(0, 2);
    expect(rotating.toSorted()).toEqual(['/docs/guides/going-live', '/docs/guides/onboarding']);
  });
  it('finds no part of a page that is not there', () => {
    const parts = found(ours, 'cli command line pagination').filter((id) => id.includes('#'));
    expect(parts).toHaveLength(2);
    const sdk = String(siteOf(repository).at('/docs/sdk')?.body);
    for (const id of parts) expect(sdk).toContain(`id="${id.split('#')[1]}"`);
  });
  it('finds Chinese words in pages of both languages, Chinese ones first', () => {
    expect(found(ours, '理赔', 'zh')[0]).toMatch(/^\/docs\/zh/);
    expect(found(ours, '理赔', 'en')).toContain('/docs/glossary');
    expect(found(ours, '请求传输超时')[0]).toBe('/docs/reference/problems/request-timeout');
  });
  it('finds the guide of what is asked before pages that mention it', () => {
    const docs = someDocs({
      'docs/README.md': '# Home\n',
      'docs/zh/README.md': '# 首页\n\n报价、理赔。\n',
      'docs/zh/guides/claims.md': '# 理赔\n\n报案之后。\n',
      'docs/zh/guides/money.md': '# 资金\n\n赔付与理赔的资金。\n',
    });
    afterAll(docs.remove);
    const index = indexOf(docs.textAt('/docs/search.json'));
    expect(found(index, '理赔', 'zh')[0]).toBe('/docs/zh/guides/claims');
    expect(found(index, '赔付', 'zh')[0]).toBe('/docs/zh/guides/money');
  });
  it('shows the guide among the first where many problems have the word in their names', () => {
    expect(found(ours, 'idempotency').slice(0, 4)).toContain('/docs/guides/retries');
  });
  it('shows a runbook by its name, and not before what partners look for', () => {
    expect(found(ours, 'create-quote-fails')[0]).toBe('/docs/operations/runbooks/create-quote-fails');
    expect(found(ours, 'createQuote fails')[1]).toBe('/docs/operations/runbooks/create-quote-fails');
    expect(found(ours, 'createQuote')[0]).toBe('/docs/reference/operations/createQuote');
  });
  it('weighs less than a megabyte', () => {
    expect(Buffer.byteLength(json)).toBeLessThan(1_000_000);
  });
});
