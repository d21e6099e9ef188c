import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasJava, startDynamoDbLocal } from './dynamodb-local.ts';
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

/** The engines in the order in which they are preferred. */
export const enginePrograms: readonly EngineProgram[] = [
  {
    kind: 'native',
    title: 'native DynamoDB engine',
    isAvailable: async () => nativeProgram() !== undefined,
    start: async (dataFolder) => {
      const file = dataFolder === undefined ? undefined : join(await placeIn(dataFolder, 'native'), 'dynamodb.sqlite');
      return startNative(nativeProgram() ?? '', file);
    },
  },
  {
    kind: 'dynamodb-local',
    title: 'DynamoDB Local (Java 17 or newer)',
    isAvailable: hasJava,
    start: async (dataFolder) =>
      startDynamoDbLocal(dataFolder === undefined ? undefined : await placeIn(dataFolder, 'dynamodb-local')),
  },
];
