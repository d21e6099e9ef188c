import { describe, expect, it } from 'vitest';
import { revocableTokens } from '../../../functions/_adapters/revocable-tokens.ts';
import type { VerifiedToken } from '../../../functions/_kit/platform.ts';

const actor = { kind: 'partner', id: 'shop-a.crd_1', roles: [], scopes: [] } as const;
const verified: VerifiedToken = { tenant: 'shop-a', actor, earnedBy: ['crd_1', 'sec_1'] };
const second = 1_000;

/** A verifier with a clock that is set, over a list that is told what it holds or that it is out of reach. */
const aVerifier = () => {
  const list = { ids: [] as string[], broken: false, reads: 0 };
  let now = 0;
  const read = async () => {
    list.reads += 1;
    if (list.broken) throw new Error('The list is out of reach.');
    return list.ids;
  };
  const verify = async (token: string) => (token === 'good' ? verified : undefined);
  const tokens = revocableTokens({ verify }, read, () => now);
  const at = async (seconds: number, token = 'good') => {
    now = seconds * second;
    const outcome = await tokens.verify(token).catch((thrown: { signal?: string }) => thrown.signal);
    return typeof outcome === 'string' ? outcome : outcome === undefined ? 'refused' : 'taken';
  };
  return { list, at };
};

describe('revocableTokens', () => {
  it('reads the list with the first token, and again once it is half a minute old', async () => {
    const { list, at } = aVerifier();
    const reads = [];
    for (const seconds of [0, 29, 29.999, 30, 31, 60, 61]) reads.push([await at(seconds), list.reads]);
    expect(reads).toEqual([
      ['taken', 1],
      ['taken', 1],
      ['taken', 1],
      ['taken', 2],
      ['taken', 2],
      ['taken', 3],
      ['taken', 3],
    ]);
  });

  it.each([
    ['the credential', 'crd_1'],
    ['the secret', 'sec_1'],
  ])('ends a token within half a minute after %s was revoked', async (_what, id) => {
    const { list, at } = aVerifier();
    expect(await at(0)).toBe('taken');
    list.ids = ['crd_other', id];
    expect(await at(29)).toBe('taken');
    expect(await at(31)).toBe('refused');
    expect(await at(61)).toBe('refused');
  });

  it('goes on with a list of up to a minute while there is no newer one, and then takes no token at all', async () => {
    const { list, at } = aVerifier();
    expect(await at(0)).toBe('taken');
    list.broken = true;
    expect([await at(29), await at(31), await at(60), await at(61)]).toEqual([
      'taken',
      'taken',
      'taken',
      'unavailable',
    ]);
    list.broken = false;
    expect(await at(62)).toBe('taken');
  });

  it('takes no token before it has read the list once', async () => {
    const { list, at } = aVerifier();
    list.broken = true;
    expect(await at(0)).toBe('unavailable');
  });

  it('asks nobody about a token that is none', async () => {
    const { list, at } = aVerifier();
    expect(await at(0, 'bad')).toBe('refused');
    expect(list.reads).toBe(0);
  });

  it('reads once for all that come at once', async () => {
    const { list, at } = aVerifier();
    expect(await Promise.all([at(0), at(0), at(0)])).toEqual(['taken', 'taken', 'taken']);
    expect(list.reads).toBe(1);
  });

  it('counts the age of a list from the question, not from an answer that took long', async () => {
    let now = 0;
    const read = async () => {
      now += 20 * second;
      return [];
    };
    let reads = 0;
    const counted = () => {
      reads += 1;
      return read();
    };
    const tokens = revocableTokens({ verify: async () => verified }, counted, () => now);
    await tokens.verify('good');
    now = 31 * second;
    await tokens.verify('good');
    expect(reads).toBe(2);
  });
});
