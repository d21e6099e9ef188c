import type { Answer, Command } from '../client.ts';
import type { Known } from '../known.ts';
import type { Violation } from '../violation.ts';

type Heard = { readonly command: Command; readonly answer: Answer; readonly known: Known };
type Event = { readonly id: string; readonly subject: string; readonly sequence: number };

const outOfOrder = (items: readonly Event[]): Event | undefined => {
  const reached = new Map<string, number>();
  return items.find(({ subject, sequence }) => {
    const before = reached.get(subject) ?? sequence;
    reached.set(subject, sequence);
    // Events of one record share its number; the next record has the next one, and no filter hides any here.
    return sequence !== before && sequence !== before + 1;
  });
};

const isPrefix = (short: readonly string[], long: readonly string[]): boolean =>
  short.every((id, at) => long[at] === id);

/** D2: whoever follows the events sees one order, which later only grows, and each object’s numbers without a gap. */
export const eventsKeepTheirOrder = ({ command, answer, known }: Heard): readonly Violation[] => {
  const { after = '', types, objectId } = command.ask.query ?? {};
  if (command.endpoint.contract.id !== 'listEvents' || answer.status !== 200) return [];
  if (types !== undefined || objectId !== undefined) return [];
  const items = answer.body['items'] as readonly Event[];
  const ids = items.map(({ id }) => id);
  const before = known.eventsAfter.get(after) ?? [];
  if (ids.length > before.length) known.eventsAfter.set(after, ids);
  const wrong = outOfOrder(items);
  const grows = isPrefix(before, ids) || isPrefix(ids, before);
  return [
    ...(wrong === undefined ? [] : [{ invariant: 'D2', what: `The events skip to ${wrong.id}.` } as const]),
    ...(grows
      ? []
      : [{ invariant: 'D2', what: `Behind "${after}" came ${before.join()}, now ${ids.join()}.` } as const]),
  ];
};
