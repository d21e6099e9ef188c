import { expect } from 'vitest';
import { operator } from '../../support/alerts.ts';
import type { AuditedWorld } from '../../support/audited.ts';

/** The feed of the first shop. */
export const feedOf = (world: AuditedWorld) => world.platform.audit({ read: 0, write: 0 }).feed('shop-a', 0, 1000);
export const headsOf = async (world: AuditedWorld) =>
  (await world.platform.audit({ read: 0, write: 0 }).allHeads('shop-a', undefined)).items;
const alertsOf = async (world: AuditedWorld) => {
  const answer = await world.call('listAlerts', { as: operator });
  return (answer.body as { items: { cause: string; subject: string; facts: object }[] }).items;
};

/** The open alerts about evidence that contradicts itself. */
export const breaksOf = async (world: AuditedWorld) =>
  (await alertsOf(world)).filter(({ cause }) => cause === 'chain-break');

/** Every record once, at positions without gaps, and each aggregate in its own order. */
export const expectWholeFeed = async (world: AuditedWorld): Promise<void> => {
  const feed = await feedOf(world);
  expect(feed.map(({ position }) => position)).toEqual(feed.map((_entry, at) => at + 1));
  const told = feed.map(({ id, seq }) => `${id}.${seq}.0`);
  expect(told.toSorted()).toEqual([...new Set(world.published.map(({ id }) => id))].toSorted());
  const seqsOf = (id: string) => feed.filter((entry) => entry.id === id).map(({ seq }) => seq);
  for (const { id, seq } of await headsOf(world))
    expect(seqsOf(id)).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
};
