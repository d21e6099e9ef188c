import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { partnerScopes } from '../../../domain/partners/scopes.ts';
import { sha256Hex } from '../../../functions/_kit/crypto.ts';
import { BatchGetCommand } from '../../../functions/_storage/commands.ts';
import { partners } from '../../../functions/partners/contract.ts';
import { laidOpen } from '../../support/laid-open.ts';
import { aPartnersWorld } from './partners-world.ts';

const body = { name: 'My shop' };

describe('createSandbox', () => {
  it('refuses nobody on account of rights, roles or an older credential: whoever comes has none yet', () => {
    expect(partners.endpoints.createSandbox.refusals).toEqual({});
  });

  it('makes a tenant with a credential that may do all that a partner may, for whoever comes', async () => {
    const { call } = await aPartnersWorld();
    const answer = await call('createSandbox', { body, key: randomUUID(), headers: { authorization: '' } });
    expect(answer.status).toBe(201);
    const tenant = expect.stringMatching(/^sbx-[0-9a-z]{26}$/);
    expect(answer.body).toMatchObject({ tenant, name: 'My shop', scopes: [...partnerScopes] });
    expect(answer.body).toMatchObject({ tokenUrl: 'https://api.bindery.test/oauth/token' });
    const made = answer.body as { tenant: string; payments: object };
    expect(made.payments).toEqual({
      webhookPath: `/v1/payment-webhooks/${made.tenant}`,
      webhookSecret: `whsec_${made.tenant}`,
    });
  });

  it('puts the tenant among the others, so that the clockwork finds it', async () => {
    const { sandbox, platform } = await aPartnersWorld();
    const { tenant } = await sandbox();
    expect(await platform.audit({ read: 0, write: 0 }).tenants()).toContain(tenant);
  });

  it('answers a retry to the byte, secret included', async () => {
    const { call, engine } = await aPartnersWorld();
    const key = randomUUID();
    const first = await call('createSandbox', { body, key });
    const items = engine.items().length;
    const again = await call('createSandbox', { body, key });
    expect(again.text).toBe(first.text);
    expect(again.headers['content-type']).toBe('application/json');
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(engine.items()).toHaveLength(items);
  });

  it('makes one tenant of one key, however many ask at once', async () => {
    const { call, engine } = await aPartnersWorld();
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => call('createSandbox', { body, key })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const tenants = engine.items().filter(({ pk, sk }) => pk === 'TENANTS' && String(sk).startsWith('sbx-'));
    expect(tenants).toHaveLength(1);
  });

  it('answers the same where it read its own credential, but not yet the answer that was written with it', async () => {
    let torn = 0;
    const { call } = await aPartnersWorld({
      through: ({ send }) => ({
        send: async (command) => {
          const output = (await send(command)) as { Responses?: Record<string, { sk: string }[]> };
          if (!(command instanceof BatchGetCommand) || torn === 0) return output as never;
          torn -= 1;
          const tables = Object.entries(output.Responses ?? {});
          const Responses = Object.fromEntries(
            tables.map(([name, all]) => [name, all.filter(({ sk }) => sk !== 'KEY')]),
          );
          return { ...output, Responses } as never;
        },
      }),
    });
    const key = randomUUID();
    const first = await call('createSandbox', { body, key });
    torn = 1;
    const again = await call('createSandbox', { body, key });
    expect([torn, again.status, again.text]).toEqual([0, 201, first.text]);
  });

  it('refuses the key of a sandbox for another one', async () => {
    const { call } = await aPartnersWorld();
    const key = randomUUID();
    await call('createSandbox', { body, key });
    const other = await call('createSandbox', { body: { name: 'Another' }, key });
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
  });

  it.each([
    ['a text that somebody may guess', 'order-SO-20261123-0042'],
    ['a UUID of a time and a place', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    ['the UUID of nothing', '00000000-0000-0000-0000-000000000000'],
  ])('takes no key but a random UUID, and says so: %s', async (_what, key) => {
    const { call } = await aPartnersWorld();
    const answer = await call('createSandbox', { body, key });
    expect([answer.status, answer.body]).toMatchObject([
      422,
      {
        code: 'invalid-request',
        errors: [{ pointer: '/headers/idempotency-key', detail: expect.stringMatching(/UUID/) }],
      },
    ]);
  });

  it('asks for a key where there is none', async () => {
    const { call } = await aPartnersWorld();
    expect((await call('createSandbox', { body, key: undefined })).body).toMatchObject({
      code: 'idempotency-key-missing',
    });
  });

  it('keeps the secret as a hash, and nowhere else: not in table, record, event or log', async () => {
    const { sandbox, credential, engine, log, call, manager } = await aPartnersWorld();
    const made = await sandbox();
    const second = await credential(made, { name: 'Till', scopes: ['quotes:write'] });
    const added = await call('addCredentialSecret', {
      ...manager(made),
      params: { credentialId: second.credentialId },
    });
    const secrets = [made.secret, second.secret, (added.body as { secret: string }).secret];
    const items = engine.items().map(laidOpen);
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) {
      expect(secret).toMatch(/^bds_[\w-]{43}$/);
      expect(items.filter((text) => text.includes(secret))).toEqual([]);
      expect(items.some((text) => text.includes(sha256Hex(secret)))).toBe(true);
      expect(JSON.stringify(log)).not.toContain(secret);
    }
    expect([...items, JSON.stringify(log)].some((text) => text.includes('bds_'))).toBe(false);
  });
});
