import { afterEach, describe, expect, it, vi } from 'vitest';
import { offerKeysIn, textIn, webhookSecretsIn } from '../../../functions/_adapters/secret-services.ts';
import { aServer } from './server.ts';

const holding = (secret: Record<string, unknown>) => async () => secret;

describe('offerKeysIn', () => {
  const keys = offerKeysIn(holding({ current: 'k2', k1: 'old secret', k2: 'new secret' }));
  it('signs with the current key, and still finds the one before', async () => {
    expect(await keys.current()).toEqual({ kid: 'k2', secret: Buffer.from('new secret') });
    expect(await keys.find('k1')).toEqual({ kid: 'k1', secret: Buffer.from('old secret') });
  });
  it.each(['k3', 'current', '__proto__', 'toString', ''])('does not take %j for a key', async (kid) => {
    expect(await keys.find(kid)).toBeUndefined();
  });
  it('throws where no key is current', async () => {
    await expect(offerKeysIn(holding({ k1: 'secret' })).current()).rejects.toThrow('no current key');
  });
});

describe('webhookSecretsIn', () => {
  const secretsOf = webhookSecretsIn(holding({ 'shop-a': ['whsec_old', 'whsec_new'], 'shop-b': 'whsec_loose' }));
  it('knows both secrets of a tenant while one rotates, and none of a tenant that has none', async () => {
    expect(await secretsOf('shop-a')).toEqual(['whsec_old', 'whsec_new']);
    for (const tenant of ['shop-b', 'shop-c', 'constructor']) expect(await secretsOf(tenant)).toEqual([]);
  });
});

describe('textIn', () => {
  it('says what an operator has yet to put in', async () => {
    await expect(textIn(holding({}), 'apiKey')).rejects.toThrow('apiKey');
  });
});

describe('extensionSecret', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it('asks the extension with the session of the function, once a minute, and again after a failure', async () => {
    let status = 500;
    const server = await aServer(() => ({ status, body: { SecretString: '{"apiKey":"one"}' } }));
    vi.stubEnv('PARAMETERS_SECRETS_EXTENSION_HTTP_PORT', String(server.port));
    vi.stubEnv('AWS_SESSION_TOKEN', 'session');
    const { extensionSecret } = await import('../../../functions/_adapters/extension-secrets.ts');
    let now = 0;
    const read = extensionSecret('arn:aws:secretsmanager:x', () => now);

    await expect(read()).rejects.toThrow('answers 500');
    status = 200;
    expect(await read()).toEqual({ apiKey: 'one' });
    now = 59_999;
    await read();
    expect(server.asked).toHaveLength(2);
    now = 60_000;
    await read();
    expect(server.asked).toHaveLength(3);
    expect(server.asked[0]).toMatchObject({
      path: '/secretsmanager/get?secretId=arn%3Aaws%3Asecretsmanager%3Ax',
      headers: { 'x-aws-parameters-secrets-token': 'session' },
    });
    server.close();
  });
});
