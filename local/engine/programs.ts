import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasJava, startDynamoDbLocal } from './dynamodb-local.ts';
import { endLeftover, noteEngine } from './leftover.ts';
import { nativeProgram, startNative } from './native.ts';
import type { ServerProcess } from './server-process.ts';

/** An engine that is a program of its own, started over a place in the data folder, or in memory without one. */
export type EngineProgram = {
  readonly kind: 'native' | 'dynamodb-local';
  readonly title: string;
  readonly isAvailable: () => Promise<boolean>;
  readonly start: (dataFolder: string | undefined) => Promise<ServerProcess>;
};

/** A place inside the data folder, whose folder exists afterwards; each engine has its own, for their files differ. */
const placeIn = async (dataFolder: string, name: string): Promise<string> => {
  const place = resolve(dataFolder, name);
  await mkdir(place, { recursive: true });
  return place;
};

/** Starts an engine over its place alone: one that a killed program left behind there is ended first. */
const startIn = async (
  dataFolder: string | undefined,
  name: string,
  start: (place: string | undefined) => Promise<ServerProcess>,
): Promise<ServerProcess> => {
  if (dataFolder === undefined) return start(undefined);
  const place = await placeIn(dataFolder, name);
  endLeftover(place);
  const server = await start(place);
  if (server.pid !== undefined) noteEngine(place, server.pid);
  return server;
};

/** The engines in the order in which they are preferred. */
export const enginePrograms: readonly EngineProgram[] = [
  {
    kind: 'native',
    title: 'native DynamoDB engine',
    isAvailable: async () => nativeProgram() !== undefined,
    start: (dataFolder) =>
      startIn(dataFolder, 'native', (place) =>
        startNative(nativeProgram() ?? '', place === undefined ? undefined : join(place, 'dynamodb.sqlite')),
      ),
  },
  {
    kind: 'dynamodb-local',
    title: 'DynamoDB Local (Java 17 or newer)',
    isAvailable: hasJava,
    start: (dataFolder) => startIn(dataFolder, 'dynamodb-local', startDynamoDbLocal),
  },
];
