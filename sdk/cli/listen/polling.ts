import { sleep } from '../../backoff.ts';
import { lineOf, type Wish } from './wish.ts';

const everyMs = 2_000;

/** Asks for events, from now on, until it is told to stop. */
export const listenByPolling = async ({ bindery, terminal, signal, json, types }: Wish): Promise<void> => {
  const filter = types.length === 0 ? {} : { types: types.join(',') };
  let after: string | undefined;
  // What was before is gone through unseen: the feed has a beginning, and no word for its end.
  for await (const { next } of bindery.listEvents.pages({ limit: 100 })) after = next;
  terminal.say('Asking for events every two seconds. Ctrl-C stops.');
  try {
    for (;;) {
      for await (const page of bindery.listEvents.pages({ ...filter, after, limit: 100 }, { signal })) {
        for (const event of page.items) terminal.out(lineOf(event, { json }));
        after = page.next;
      }
      await sleep(everyMs, signal);
    }
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  }
};
