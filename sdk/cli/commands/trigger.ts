import { manual } from '../../generated/manual.ts';
import { toldTypes } from '../../generated/told-types.ts';
import { shown } from '../print.ts';
import { type Command, clientFor } from '../terminal.ts';
import { read, WrongUsage } from '../usage.ts';

type Told = (typeof toldTypes)[number];
const isTold = (type: string): type is Told => toldTypes.some((told) => told === type);

export const trigger: Command = {
  help: `Sends the example of an event to your endpoints, marked as a rehearsal. Nothing happens but that.

  bindery trigger                 lists what can be sent
  bindery trigger policy.bound    [--endpoint-id whe_…]

${manual.fireEvent.description ?? ''}`.trimEnd(),
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { 'endpoint-id': { type: 'string' } });
    const [type] = positionals;
    if (type === undefined) return terminal.out(toldTypes.join('\n'));
    if (!isTold(type)) throw new WrongUsage(`No event is called ${type}; bindery trigger lists them.`);
    const sent = await clientFor(terminal, values).fireEvent({ type, endpointId: values['endpoint-id'] });
    if (values.json || values.pick) return terminal.out(shown(sent, values));
    const lines = sent.items.map(({ endpointId, status }) => `${endpointId}  ${status}`);
    terminal.out(lines.length === 0 ? 'No endpoint wants it.' : lines.join('\n'));
  },
};
