import { afterEach, describe, expect, it } from 'vitest';
import { offerKeyRotation } from '../../../functions/_adapters/rotation/offer-keys.ts';
import { rotationFunction } from '../../../functions/_adapters/rotation/rotate.ts';
import { secretVault } from '../../../functions/_adapters/rotation/vault.ts';
import { aSecretsManager } from './secrets-manager.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

const aRotation = async (text = '{"current":"k1","k1":"one"}') => {
  const manager = await aSecretsManager(text);
  open.push(manager);
  const time = { now: '2026-11-01T00:00:00.000Z' };
  const handler = rotationFunction(secretVault(manager.client, manager.arn), offerKeyRotation, () => time.now);
  const step = (Step: string, version: string, SecretId = manager.arn) =>
    handler({ Step, SecretId, ClientRequestToken: version });
  const rotate = async (version: string) => {
    manager.begin(version);
    for (const one of steps) await step(one, version);
  };
  return { manager, time, step, rotate };
};

describe('the rotation of a secret', () => {
  it('makes the pending version current, and the one before the previous one', async () => {
    const { manager, rotate } = await aRotation();
    await rotate('v2');
    expect(manager.ring('AWSCURRENT')).toMatchObject({ current: 'k1', k1: 'one', k2: expect.any(String) });
    expect(manager.ring('AWSPREVIOUS')).toEqual({ current: 'k1', k1: 'one' });
  });

  it('draws 320 bits for a value, and another one each time', async () => {
    const { manager, time, rotate } = await aRotation();
    await rotate('v2');
    time.now = '2026-12-01T00:00:00.000Z';
    await rotate('v3');
    const { current, k2, k3 } = manager.ring('AWSCURRENT');
    expect(current).toBe('k2');
    for (const value of [k2, k3]) expect(value).toMatch(/^[0-9a-hjkmnp-tv-z]{64}$/);
    expect(k3).not.toBe(k2);
  });

  it('does every step again as if it were the first time: nothing is drawn twice, nothing is undone', async () => {
    const { manager, step } = await aRotation();
    manager.begin('v2');
    let drawn: unknown;
    for (const one of steps) {
      for (let times = 0; times < 3; times += 1) await step(one, 'v2');
      drawn ??= manager.ring('AWSPENDING')['k2'];
    }
    for (const one of steps) await step(one, 'v2');
    expect(manager.ring('AWSCURRENT')['k2']).toBe(drawn);
    expect(manager.versions.size).toBe(2);
  });

  it.each([
    ['createSecret', 'PutSecretValue'],
    ['finishSecret', 'UpdateSecretVersionStage'],
  ])('goes on after %s whose answer was lost', async (cut, action) => {
    const { manager, step } = await aRotation();
    manager.begin('v2');
    for (const one of steps) {
      if (one === cut) {
        manager.loseAnswerOf(action);
        await expect(step(one, 'v2')).rejects.toThrow();
      }
      await step(one, 'v2');
    }
    const puts = manager.asked.filter(({ headers }) => String(headers['x-amz-target']).endsWith('PutSecretValue'));
    expect(puts).toHaveLength(1);
    expect(manager.ring('AWSCURRENT')).toMatchObject({ current: 'k1', k2: expect.any(String) });
  });

  it('keeps what was drawn first where two attempts of the same step run at once', async () => {
    const { manager, step } = await aRotation();
    manager.begin('v2');
    await Promise.all([step('createSecret', 'v2'), step('createSecret', 'v2')]);
    const first = manager.ring('AWSPENDING');
    await step('createSecret', 'v2');
    expect(manager.ring('AWSPENDING')).toEqual(first);
  });

  it('begins anew from what is current where the last rotation was never finished', async () => {
    const { manager, step, rotate } = await aRotation();
    manager.begin('v2');
    await step('createSecret', 'v2');
    await rotate('v3');
    expect(manager.ring('AWSCURRENT')).toMatchObject({ current: 'k1', k2: expect.any(String) });
    await expect(step('finishSecret', 'v2')).rejects.toThrow('not marked as pending');
  });

  it('refuses whatever Secrets Manager would not ask', async () => {
    const { manager, step } = await aRotation();
    await expect(step('createSecret', 'v9')).rejects.toThrow('no such version');
    await expect(step('createSecret', 'v1', 'arn:of-another')).rejects.toThrow('another secret');
    manager.begin('v2');
    await expect(step('testSecret', 'v2')).rejects.toThrow('no pending version');
    await expect(step('burnSecret', 'v2')).rejects.toThrow('unknown step');
    manager.stop();
  });

  it('rotates nothing where rotation is turned off', async () => {
    const { manager, step } = await aRotation();
    manager.begin('v2');
    manager.stop();
    await expect(step('createSecret', 'v2')).rejects.toThrow('does not rotate');
  });

  it('does not make current what whoever signs could not read', async () => {
    const { manager, step } = await aRotation();
    manager.begin('v2');
    const pending = manager.versions.get('v2');
    if (pending !== undefined) pending.text = '{"current":"k2","k1":"one"}';
    await expect(step('testSecret', 'v2')).rejects.toThrow('no current key');
  });
});
