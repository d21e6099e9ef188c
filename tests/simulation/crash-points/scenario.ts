import type { Command } from '../client.ts';
import type { Stage } from './stage.ts';

/** What is done under a fault: a command of a client, a delivery to a subscriber, or the tick of a schedule. */
export type Target =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'delivery' }
  | { readonly kind: 'tick' };

/** Everything that goes well before, and then the entry at whose boundaries something goes wrong. */
export type Scenario = (stage: Stage) => Promise<Target>;

export const commanded =
  (operation: string, prepare: (stage: Stage) => Promise<Parameters<Stage['command']>[1]>): Scenario =>
  async (stage) => ({ kind: 'command', command: stage.command(operation, await prepare(stage)) });

export const delivered =
  (prepare: (stage: Stage) => Promise<unknown>): Scenario =>
  async (stage) => {
    await prepare(stage);
    return { kind: 'delivery' };
  };

export const ticked =
  (prepare: (stage: Stage) => Promise<unknown>): Scenario =>
  async (stage) => {
    await prepare(stage);
    return { kind: 'tick' };
  };
