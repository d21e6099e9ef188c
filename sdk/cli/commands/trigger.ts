import { manual } from '../../generated/manual.ts';
import { toldTypes } from '../../generated/told-types.ts';
import { nearest } from '../nearest.ts';
import { shown } from '../print.ts';
import { type Command, clientFor } from '../terminal.ts';
import { read, WrongUsage } from '../usage.ts';

type Told = (typeof toldTypes)[number];

/** A type that there is; what is none may have been meant to be another. */
export const toldType = (typed: string): Told => {
  const found = toldTypes.find((told) => told === typed);
  if (found !== undefined) return found;
  const near = nearest(typed, toldTypes);
  const help = near === undefined ? '; bindery trigger lists them.' : `; did you mean ${near}?`;
  throw new WrongUsage(`No event is called ${typed}${help}`);
};

export const trigger: Command = {
  help: `Sends the example of an event to your endpoints, marked as a rehearsal. Nothing happens but that.

  bindery trigger                 lists what can be sent
  bindery trigger policy.bound    [--endpoint-id whe_…]

${manual.fireEvent.description ?? ''}`.trimEnd(),
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { 'endpoint-id': { type: 'string' } });
    const [typed] = positionals;
    if (typed === undefined) return terminal.out(toldTypes.join('\n'));
    const type = toldType(typed);
    const sent = await clientFor(terminal, values).fireEvent({ type, endpointId: values['endpoint-id'] });
    if (values.json || values.pick) return terminal.out(shown(sent, values));
    const lines = sent.items.map(({ endpointId, status }) => `${endpointId}  ${status}`);
    terminal.out(lines.length === 0 ? 'No endpoint wants it.' : lines.join('\n'));
  },
};
