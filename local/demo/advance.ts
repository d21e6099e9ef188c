import { setTimeout as wait } from 'node:timers/promises';
import { at, type Client, textAt } from './client.ts';

const lookEveryMs = 50;

export type Advanced = { readonly now: string; readonly woken: number; readonly heldUp: number };

/** Asks for the sandbox's time to go on by a span, and looks until it has. */
export const advance = async (client: Client, by: string): Promise<Advanced> => {
  const { status, text } = await client.post('partner', '/clock/advance', { body: { by } });
  if (status !== 202) throw new Error(`The clock was not advanced: ${text}`);
  for (;;) {
    const { body } = await client.get('partner', '/clock');
    const [woken, heldUp] = ['woken', 'heldUp'].map((name) => Number(at(body, `lastAdvance.${name}`)));
    if (at(body, 'status') === 'ready') return { now: textAt(body, 'now'), woken: woken ?? 0, heldUp: heldUp ?? 0 };
    await wait(lookEveryMs);
  }
};
