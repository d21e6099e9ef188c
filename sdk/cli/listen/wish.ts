import type { Bindery } from '../../bindery.ts';
import type { Event, ThinEvent } from '../../generated/schemas.ts';
import type { Terminal } from '../terminal.ts';

export type Wish = {
  readonly bindery: Bindery;
  readonly terminal: Terminal;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly json: boolean;
  readonly types: readonly string[];
  readonly forwardTo: string | undefined;
};

export const lineOf = (event: Event | ThinEvent, { json }: Pick<Wish, 'json'>): string => {
  if (json) return JSON.stringify(event);
  const { time, type, subject, sequence, rehearsal } = { rehearsal: undefined, ...event };
  const line = `${time.slice(11, 19)}  ${type.padEnd(28)} ${subject} #${sequence}`;
  return rehearsal === true ? `${line}  (rehearsal)` : line;
};
