import { afterEach, describe, expect, it } from 'vitest';
import { revokedDocument } from '../../../functions/_adapters/revoked-document.ts';
import { aServer } from '../../infra/adapters/server.ts';

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const reading = async (status: number, body: unknown) => {
  const server = await aServer(() => ({ status, body }));
  closing.push(server.close);
  const read = revokedDocument(`${server.url}/.well-known/jwks.json`);
  return { read, asked: server.asked };
};

describe('revokedDocument', () => {
  it('finds the list beside the keys of the issuer', async () => {
    const { read, asked } = await reading(200, { since: '2026-11-23T08:00:00.000Z', revoked: ['crd_1', 'sec_2'] });
    expect(await read()).toEqual(['crd_1', 'sec_2']);
    expect(asked.map(({ path }) => path)).toEqual(['/.well-known/revoked-credentials']);
  });
  it.each([
    ['an error', 503, { revoked: [] }],
    ['something else', 200, { keys: [] }],
    ['a list of another form', 200, { revoked: 'crd_1' }],
  ])('takes %s for no list', async (_what, status, body) => {
    const { read } = await reading(status, body);
    await expect(read()).rejects.toThrow('revoked-credentials answers');
  });
});
