import { afterEach } from 'vitest';
import type { DeadLetters } from '../../../../local/dead-letters/port.ts';
import { cloudSource } from '../../../../local/ops/cloud-source.ts';
import { aCloudWatch } from './cloudwatch.ts';

const now = Date.parse('2026-11-23T08:00:30.000Z');
/** The beginning of the minute that is `back` minutes before the one that has just begun, in seconds. */
export const minute = (back: number): number => Date.parse('2026-11-23T08:00:00.000Z') / 1_000 - back * 60;

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

export const noLetters: DeadLetters = {
  list: async () => [],
  counts: async () => [],
  settled: async () => [],
  read: async () => undefined,
  replay: async () => ({ status: 'not-found' }),
  drop: async () => ({ status: 'not-found' }),
};

export const sourceOver = async (pages: Parameters<typeof aCloudWatch>[0], letters = noLetters, clock = { now }) => {
  const cloud = await aCloudWatch(pages);
  open.push(cloud);
  const { client, asked } = cloud;
  return {
    asked,
    clock,
    source: cloudSource({ stage: 'prod', region: 'eu-central-1', client, letters, now: () => clock.now }),
  };
};
