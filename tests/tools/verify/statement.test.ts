import { CompactSign, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { openStatement } from '../../../tools/verify/statement.ts';
import { aSigningKey } from '../../support/audited.ts';

const { privateJwk, jwks } = await aSigningKey();
const says = { tenant: 'shop-a', number: 1 };
const jws = await es256Signer(privateJwk).sign(says, 'checkpoint+jwt');
const open = (text: unknown, type = 'checkpoint+jwt') => openStatement(text, type, jwks);

describe('openStatement', () => {
  it('opens what a published key signed', async () => {
    expect(await open(jws)).toEqual(says);
  });

  it('opens nothing that was signed as something else', async () => {
    expect(await open(jws, 'history-proof+jwt')).toBeUndefined();
  });

  it('knows one spelling of a signature only, though others decode to the same bytes', async () => {
    const last = jws.at(-1) ?? '';
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const respelled = `${jws.slice(0, -1)}${digits[digits.indexOf(last) ^ 1]}`;
    const bytes = (text: string) => Buffer.from(text.split('.')[2] ?? '', 'base64url').toString('hex');
    expect(bytes(respelled)).toBe(bytes(jws));
    expect(await open(respelled)).toBeUndefined();
  });

  it('opens no payload but canonical JSON, for a hash must follow from what it says', async () => {
    const bytes = new TextEncoder().encode('{"tenant":"shop-a", "number":1}');
    const loose = await new CompactSign(bytes)
      .setProtectedHeader({ alg: 'ES256', kid: 'signing-1', typ: 'checkpoint+jwt' })
      .sign(await importJWK(privateJwk, 'ES256'));
    expect(await open(loose)).toBeUndefined();
  });

  it.each([undefined, 7, '', 'x', 'x.y', 'x.y.z', `${jws}.x`])(
    'opens nothing that is no signature: %s',
    async (text) => {
      expect(await open(text)).toBeUndefined();
    },
  );

  it('opens nothing without a signature of ours, whatever its header says of algorithms', async () => {
    const header = Buffer.from('{"alg":"none","typ":"checkpoint+jwt"}').toString('base64url');
    expect(await open(`${header}.${jws.split('.')[1]}.`)).toBeUndefined();
  });
});
