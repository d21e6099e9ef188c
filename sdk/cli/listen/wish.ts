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
  const { time, type, subject, sequence } = event;
  return json ? JSON.stringify(event) : `${time.slice(11, 19)}  ${type.padEnd(28)} ${subject} #${sequence}`;
};
