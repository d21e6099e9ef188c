import { afterEach, describe, expect, it } from 'vitest';
import { originCheck } from '../../../functions/_adapters/check-origin.ts';
import { cloudFrontEdge } from '../../../functions/_adapters/rotation/edge.ts';
import { originRotation } from '../../../functions/_adapters/rotation/origin-secret.ts';
import { rotationFunction } from '../../../functions/_adapters/rotation/rotate.ts';
import { secretVault } from '../../../functions/_adapters/rotation/vault.ts';
import { aCloudFront } from './cloudfront.ts';
import { aSecretsManager } from './secrets-manager.ts';
import { aServer } from './server.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

/** An edge before a door: the door is the real check, over the secret as an instance read it last. */
const anEdge = async () => {
  const manager = await aSecretsManager('{"current":"first"}');
  const edge = aCloudFront('first');
  const door = { ring: manager.ring('AWSCURRENT'), broken: false };
  const check = originCheck(
    async () => door.ring,
    () => undefined,
  );
  const passes = async (value: unknown) => (await check({ identitySource: [String(value)] })).isAuthorized;
  const server = await aServer(() => ({ status: door.broken ? 503 : 200, body: {} }));
  open.push(manager, server);
  const time = { now: '2026-11-01T00:00:00.000Z' };
  const rotation = originRotation(cloudFrontEdge(edge.client, 'E1'), `${server.url}/v1/health`);
  const handler = rotationFunction(secretVault(manager.client, manager.arn), rotation, () => time.now);
  const step = (Step: string, version: string) => handler({ Step, SecretId: manager.arn, ClientRequestToken: version });
  const rotate = async (version: string) => {
    manager.begin(version);
    for (const one of steps) await step(one, version);
    door.ring = manager.ring('AWSCURRENT');
    edge.settle();
  };
  return { manager, edge, door, server, time, step, rotate, passes };
};

describe('the rotation of the origin secret', () => {
  it('prepares a value first and tells the edge nothing, then lets the edge send it', async () => {
    const { manager, edge, time, rotate } = await anEdge();
    await rotate('v2');
    expect([edge.sends(), edge.state.updates]).toEqual(['first', 0]);
    const { next } = manager.ring('AWSCURRENT');
    time.now = '2026-12-01T00:00:00.000Z';
    await rotate('v3');
    expect([edge.sends(), edge.state.updates]).toEqual([next, 1]);
    expect(manager.ring('AWSCURRENT')).toMatchObject({ current: next, previous: 'first' });
  });

  it('never sends what the door does not know, at any moment, though an instance of it has an old secret', async () => {
    const { manager, edge, door, time, step, rotate, passes } = await anEdge();
    await rotate('v2');
    time.now = '2026-12-01T00:00:00.000Z';
    manager.begin('v3');
    for (const one of steps) {
      const before = edge.sends();
      await step(one, 'v3');
      // Places of the edge that have the change, and those that have not; instances with the old secret, and the new.
      for (const value of [before, edge.sends()])
        for (const ring of [door.ring, manager.ring('AWSCURRENT')]) {
          door.ring = ring;
          expect(await passes(value), `${one}: ${value}`).toBe(true);
        }
    }
  });

  it('leaves every other header and origin of the edge as it is', async () => {
    const { edge, time, rotate } = await anEdge();
    await rotate('v2');
    time.now = '2026-12-01T00:00:00.000Z';
    await rotate('v3');
    expect(edge.headers()[0]).toEqual({ HeaderName: 'x-region', HeaderValue: 'eu' });
    expect(edge.state.config).toMatchObject({ Comment: 'edge', Enabled: true, Origins: { Quantity: 1 } });
  });

  it('changes the edge once, however often the step is repeated', async () => {
    const { manager, edge, time, step, rotate } = await anEdge();
    await rotate('v2');
    time.now = '2026-12-01T00:00:00.000Z';
    manager.begin('v3');
    for (const one of steps) for (let times = 0; times < 3; times += 1) await step(one, 'v3');
    expect(edge.state.updates).toBe(1);
  });

  it('waits until the edge has brought its last change everywhere', async () => {
    const { manager, edge, time, step, rotate } = await anEdge();
    await rotate('v2');
    time.now = '2026-12-01T00:00:00.000Z';
    manager.begin('v3');
    await step('createSecret', 'v3');
    edge.state.status = 'InProgress';
    await expect(step('setSecret', 'v3')).rejects.toThrow('not yet brought');
    expect(edge.sends()).toBe('first');
    edge.settle();
    await step('setSecret', 'v3');
    expect(edge.sends()).not.toBe('first');
  });

  it('is not finished before the edge sends the new value and the door lets it in', async () => {
    const { manager, edge, door, server, time, step, rotate } = await anEdge();
    await rotate('v2');
    time.now = '2026-12-01T00:00:00.000Z';
    manager.begin('v3');
    await step('createSecret', 'v3');
    await expect(step('testSecret', 'v3')).rejects.toThrow('does not send the new value');
    await step('setSecret', 'v3');
    door.broken = true;
    await expect(step('testSecret', 'v3')).rejects.toThrow('answers 503');
    door.broken = false;
    await step('testSecret', 'v3');
    const asked = server.asked.at(-1);
    expect([asked?.path, asked?.headers['x-origin-secret']]).toEqual(['/v1/health', edge.sends()]);
  });

  it('overwrites nobody who changes the edge at the same time', async () => {
    const { manager, edge, time, step, rotate } = await anEdge();
    await rotate('v2');
    time.now = '2026-12-01T00:00:00.000Z';
    manager.begin('v3');
    await step('createSecret', 'v3');
    edge.busy();
    await expect(step('setSecret', 'v3')).rejects.toThrow('PreconditionFailed');
    expect(edge.sends()).toBe('first');
  });

  it('touches no edge that does not prove itself in this one way', async () => {
    const edge = cloudFrontEdge(aCloudFront('x').client, 'E1');
    expect((await edge.sends()).value).toBe('x');
    const bare = aCloudFront('x');
    bare.state.config = { ...bare.state.config, Origins: { Quantity: 0, Items: [] } };
    await expect(cloudFrontEdge(bare.client, 'E1').sends()).rejects.toThrow('does not send one x-origin-secret');
  });
});
