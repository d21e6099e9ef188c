import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { PutCommand } from '../../../functions/_storage/commands.ts';
import { endpoint } from '../../../functions/customers/register-customer.ts';
import { aPerson } from '../../support/people.ts';
import { aWorld } from '../../support/world.ts';

describe('registerCustomer', () => {
  it('answers with an id and keeps no personal value in any item but under the own key of the person', async () => {
    const world = await aWorld([endpoint]);
    const answer = await world.call('registerCustomer', { body: aPerson() });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ customerId: expect.stringMatching(/^cus_[0-9a-z]{26}$/), locale: 'zh-CN' });
    const everything = JSON.stringify([world.engine.items(), world.log, answer.text]);
    for (const canary of ['王小明', '11010519491231002X', '13800138000', 'xiaoming.wang']) {
      expect(everything).not.toContain(canary);
    }
  });

  it('answers a retry under the same key byte for byte and says so', async () => {
    const world = await aWorld([endpoint]);
    const first = await world.call('registerCustomer', { body: aPerson(), key: 'order-4711' });
    world.time.now = '2026-12-24T00:00:00.000Z';
    const again = await world.call('registerCustomer', { body: aPerson(), key: 'order-4711' });

    expect(again.text).toBe(first.text);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
  });

  it('refuses another body under the same key', async () => {
    const world = await aWorld([endpoint]);
    await world.call('registerCustomer', { body: aPerson(), key: 'order-4711' });
    const other = await world.call('registerCustomer', {
      body: aPerson({ phone: '+8613900139000' }),
      key: 'order-4711',
    });
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
  });

  it('refuses a second registration of the same document, and names the customer who has it', async () => {
    const world = await aWorld([endpoint]);
    const first = await world.call('registerCustomer', { body: aPerson() });
    const second = await world.call('registerCustomer', {
      body: aPerson({ name: 'Wang Xiaoming', phone: '+8613900139000' }),
    });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: 'customer-already-registered',
      facts: { customerId: (first.body as { customerId: string }).customerId },
    });
  });

  it('remembers a refusal under its key, even when the reason is gone', async () => {
    const world = await aWorld([endpoint]);
    await world.call('registerCustomer', { body: aPerson() });
    const refused = await world.call('registerCustomer', { body: aPerson(), key: 'remembered-1' });
    const again = await world.call('registerCustomer', { body: aPerson(), key: 'remembered-1' });
    expect(again.text).toBe(refused.text);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('shows no refusal that it could not keep: when its write loses a race, the command is decided again', async () => {
    let conflicts = 1;
    const through = (client: TableClient): TableClient => ({
      send: async (command) => {
        if (!(command instanceof PutCommand) || conflicts === 0) return client.send(command);
        conflicts -= 1;
        throw Object.assign(new Error('conflict'), { name: 'TransactionConflictException' });
      },
    });
    const world = await aWorld([endpoint], { through });
    await world.call('registerCustomer', { body: aPerson() });
    const refused = await world.call('registerCustomer', { body: aPerson(), key: 'remembered-2' });
    const again = await world.call('registerCustomer', { body: aPerson(), key: 'remembered-2' });
    expect([refused.status, conflicts]).toEqual([409, 0]);
    expect(again.text).toBe(refused.text);
  });

  it('keeps two tenants apart: the same person is new to another shop', async () => {
    const world = await aWorld([endpoint]);
    const one = await world.call('registerCustomer', { body: aPerson() });
    const two = await world.call('registerCustomer', { body: aPerson(), tenant: 'shop-b' });
    expect(two.status).toBe(201);
    expect(two.body).not.toEqual(one.body);
  });

  it.each([
    ['an unknown field', { shoeSize: 43 }, '/shoeSize', 'unknown-field'],
    ['a telephone that is none', { phone: '12' }, '/phone', 'wrong-format'],
    ['a name of the wrong type', { name: 7 }, '/name', 'wrong-type'],
    ['a locale that nobody reads', { locale: 'xx' }, '/locale', 'not-an-option'],
    ['no name', { name: undefined }, '/name', 'required'],
    ['no locale', { locale: undefined }, '/locale', 'required'],
  ])('refuses %s with a pointer to it, and writes nothing', async (_what, change, pointer, code) => {
    const world = await aWorld([endpoint]);
    const before = world.engine.items().length;
    const answer = await world.call('registerCustomer', { body: aPerson(change) });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer, code }] });
    expect(world.engine.items()).toHaveLength(before);
  });

  it('asks for an idempotency key', async () => {
    const world = await aWorld([endpoint]);
    const answer = await world.call('registerCustomer', { body: aPerson(), key: undefined });
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'idempotency-key-missing' }]);
  });

  it('keeps apart a partner and a person who happen to use the same key', async () => {
    const world = await aWorld([endpoint]);
    const partner = await world.call('registerCustomer', { body: aPerson(), key: 'the-same-key' });
    const other = aPerson({ identity: { type: 'passport', number: 'P1234567' } });
    const as = { kind: 'person', id: 'kim' } as const;
    const person = await world.call('registerCustomer', { body: other, key: 'the-same-key', as });
    expect([partner.status, person.status]).toEqual([201, 201]);
    expect((person.body as { customerId: string }).customerId).not.toBe(
      (partner.body as { customerId: string }).customerId,
    );
  });

  it('says that an answer was given before, though the caller repeats its request id', async () => {
    const world = await aWorld([endpoint]);
    const headers = { 'x-request-id': 'correlation-1' };
    await world.call('registerCustomer', { body: aPerson(), key: 'order-4711', headers });
    const again = await world.call('registerCustomer', { body: aPerson(), key: 'order-4711', headers });
    expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true', 'x-request-id': 'correlation-1' });
  });
});
