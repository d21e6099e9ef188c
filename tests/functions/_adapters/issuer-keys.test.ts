import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { issuerKeys, publishedKeys } from '../../../functions/_adapters/issuer-keys.ts';
import { aServer } from '../../infra/adapters/server.ts';

const published = async (kid: string) => ({
  ...(await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey)),
  kid,
  alg: 'ES256',
});
const [k1, k2] = await Promise.all(['k1', 'k2'].map(published));
if (k1 === undefined || k2 === undefined) throw new Error('There are two keys.');

const anIssuer = () => {
  const state = { set: { keys: [k1] } as JSONWebKeySet, reads: 0, now: 0, failure: undefined as Error | undefined };
  const keys = issuerKeys(
    async () => {
      state.reads += 1;
      if (state.failure !== undefined) throw state.failure;
      return state.set;
    },
    () => state.now,
  );
  const find = (kid: string) =>
    keys({ alg: 'ES256', kid }, { payload: '', signature: '' } as Parameters<JWTVerifyGetKey>[1]);
  return { state, find };
};

describe('issuerKeys', () => {
  it('reads the keys once, when the first is needed, however many ask at once', async () => {
    const { state, find } = anIssuer();
    expect(state.reads).toBe(0);
    await Promise.all([find('k1'), find('k1'), find('k1')]);
    await find('k1');
    expect(state.reads).toBe(1);
  });

  it('reads them again when they are ten minutes old', async () => {
    const { state, find } = anIssuer();
    await find('k1');
    state.now = 599_999;
    await find('k1');
    expect(state.reads).toBe(1);
    state.now = 600_000;
    state.set = { keys: [k2] };
    await expect(find('k1')).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    expect(state.reads).toBe(2);
  });

  it('reads them again for a key that it does not know, but not within half a minute', async () => {
    const { state, find } = anIssuer();
    await find('k1');
    state.set = { keys: [k1, k2] };
    state.now = 29_999;
    await expect(find('k2')).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    expect(state.reads).toBe(1);
    state.now = 30_000;
    await find('k2');
    expect(state.reads).toBe(2);
  });

  it('says that keys are out of reach, and asks again for the next token', async () => {
    const { state, find } = anIssuer();
    state.failure = new Error('nobody there');
    await expect(find('k1')).rejects.toThrow('nobody there');
    state.failure = undefined;
    await find('k1');
    expect(state.reads).toBe(2);
  });

  it('does not take another algorithm than the key is for', async () => {
    const { state, find } = anIssuer();
    state.set = { keys: [{ ...k1, alg: 'ES384' }] };
    await expect(find('k1')).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });
});

describe('publishedKeys', () => {
  const closing: (() => unknown)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });
  const reading = async (status: number, body: unknown) => {
    const server = await aServer(() => ({ status, body }));
    closing.push(server.close);
    return publishedKeys(`${server.url}/.well-known/jwks.json`);
  };

  it('reads the document of the issuer', async () => {
    expect(await (await reading(200, { keys: [k1] }))()).toEqual({ keys: [k1] });
  });
  it('takes an error for no keys', async () => {
    await expect((await reading(503, { keys: [k1] }))()).rejects.toThrow('jwks.json answers 503, and no keys');
  });
  it('takes something else for no keys', async () => {
    const keys = issuerKeys(await reading(200, { revoked: [] }), () => 0);
    await expect(keys({ alg: 'ES256' }, { payload: '', signature: '' })).rejects.toMatchObject({
      code: 'ERR_JWKS_INVALID',
    });
  });
});
