import { listenByPolling } from '../listen/polling.ts';
import { listenByWebhook } from '../listen/webhook.ts';
import { type Command, clientFor } from '../terminal.ts';
import { read } from '../usage.ts';
import { toldType } from './trigger.ts';

export const listen: Command = {
  help: `Shows events as they happen, a line for each, until Ctrl-C.

  bindery listen [--types policy.bound,claim.paid] [--forward-to http://localhost:3000/hooks]

A platform on this machine sends real webhooks to an endpoint that is made for the while, each verified first. What is
forwarded has the headers and the bytes that came, so that your own verification is tried too. Elsewhere events are
asked for every two seconds; nothing is forwarded then. What bindery trigger sends is marked (rehearsal). Endpoints that
an earlier run could not take away are taken away first. bindery trigger lists the types.

  --poll   asks in any case`,
  run: async (args, terminal) => {
    const { values } = read(args, {
      types: { type: 'string' },
      'forward-to': { type: 'string' },
      poll: { type: 'boolean' },
    });
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    const wish = {
      ...{ bindery: clientFor(terminal, values), terminal, signal: stop.signal, json: values.json === true },
      ...{ types: values.types?.split(',').map(toldType) ?? [], forwardTo: values['forward-to'] },
    };
    if (values.poll === true || !(await listenByWebhook(wish))) await listenByPolling(wish);
  },
};
