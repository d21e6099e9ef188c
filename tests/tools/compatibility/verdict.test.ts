import { describe, expect, it } from 'vitest';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { verdictOn } from '../../../tools/compatibility/verdict.ts';
import { aShop, operationIn, type Shop, set, today } from './shop.ts';

const judged = (change: (shop: Shop) => void, isAccepting = false) => {
  const [baseline, document] = [aShop(), aShop()];
  change(document);
  const [before, after] = [baseline, document] as unknown as [OpenApi, OpenApi];
  return verdictOn(before, after, { today, isAccepting });
};
const operation = (shop: Shop) => set(Object(shop.paths['/sales/{saleId}']), 'get', { responses: {} });
const refusal = (shop: Shop) =>
  set(operationIn(shop).responses['409'].content['application/problem+json'].examples, 'too-late', {});
const broken = (shop: Shop) => delete shop.paths['/sales/{saleId}'];

describe('the check against the baseline', () => {
  it('passes where nothing breaks and nothing is new', () => {
    expect(judged(() => undefined)).toMatchObject({ passes: true, takes: false });
  });

  it.each([
    ['an operation', operation, 'GET /v1/sales/{saleId}'],
    ['a refusal', refusal, 'POST /v1/sales/{saleId} too-late'],
  ] as const)('fails where the baseline lacks %s, for nothing would hold us to it', (_what, change, name) => {
    const { passes, takes, says } = judged(change);
    expect({ passes, takes }).toEqual({ passes: false, takes: false });
    expect(says.join('\n')).toContain(name);
    expect(says.join('\n')).toContain('npm run baseline');
  });

  it('takes what is new into the baseline when it is asked to', () => {
    for (const change of [operation, refusal, () => undefined])
      expect(judged(change, true)).toMatchObject({ passes: true, takes: true });
  });

  it('takes nothing that breaks, and says what and how to go on', () => {
    for (const isAccepting of [false, true]) {
      const { passes, takes, says } = judged(broken, isAccepting);
      expect({ passes, takes }).toEqual({ passes: false, takes: false });
      expect(says.join('\n')).toMatch(/is gone\.[\s\S]*Way out/);
    }
  });
});
