import { attempt, type Command } from '../client.ts';
import type { Task } from '../scheduler.ts';
import type { Simulation } from '../simulation.ts';
import { previewIn, requestFor } from './ask.ts';
import type { Asked } from './operation.ts';
import { commandFor, type Sold } from './sale.ts';

/** After so many attempts at one operation nothing goes wrong any more, so that everybody is answered. */
const attemptsMax = 8;

export type Open = {
  readonly client: number;
  readonly asked: Asked;
  readonly command: Command;
  readonly called: number;
  answered?: number;
};

/** A request that stands at an I/O boundary, and how likely it is to be the next that goes on. */
export type Request = { readonly task: Task; pace: number };

/** The clients and what they have asked: each waits for the final answer before it wants the next thing. */
export const clientsOf = (simulation: Simulation, sold: Sold, wanted: readonly (readonly Asked[])[]) => {
  const opened: Open[] = [];
  let moments = 0;
  const moment = (): number => {
    moments += 1;
    return moments;
  };
  const isOpen = ({ answered }: Open): boolean => answered === undefined;
  const underWay: Request[] = [];
  const send = async (open: Open): Promise<void> => {
    let hasEnded = false;
    let request: Request | undefined;
    const task = await attempt(simulation, open.command, 0, () => {
      hasEnded = true;
      if (request !== undefined) underWay.splice(underWay.indexOf(request), 1);
      if (open.command.final !== undefined) open.answered ??= moment();
      else if (open.command.attempts >= attemptsMax) simulation.faults.heal();
    });
    if (hasEnded) return;
    request = { task, pace: 1 };
    underWay.push(request);
  };
  /** A client that wants to cancel sends the preview that it saw last, however old it is. */
  const withPreview = (client: number, asked: Asked): Asked => {
    if (asked.wants !== 'cancel') return asked;
    const seen = opened
      .filter((one) => one.client === client)
      .map(({ command }) => previewIn(command.final?.body ?? {}));
    const preview = seen.findLast((one) => one !== undefined);
    return preview === undefined ? { wants: 'preview' } : { ...asked, preview };
  };
  const issue = (client: number, wish: Asked): Promise<void> => {
    const asked = withPreview(client, wish);
    const { endpoint, ask } = requestFor(sold, asked);
    const command = commandFor(simulation, endpoint, opened.length + 1, ask);
    const open = { client, asked, command, called: moment() };
    opened.push(open);
    return send(open);
  };
  return {
    ...{ opened, send, issue },
    /** Requests that stand at an I/O boundary. */
    underWay: underWay as readonly Request[],
    /** Clients that wait for nothing and still want something, with what they want. */
    idle: (): readonly (readonly [number, Asked])[] =>
      wanted.flatMap((wishes, client) => {
        const own = opened.filter((one) => one.client === client);
        const next = wishes[own.length];
        return next === undefined || own.some(isOpen) ? [] : [[client, next] as const];
      }),
    unheard: (): readonly Open[] => opened.filter((one) => isOpen(one) && one.command.underWay === 0),
    /** A client may lose patience and ask once more while a request is under way; a provider's hook does not. */
    impatient: (): readonly Open[] =>
      opened.filter((one) => isOpen(one) && one.command.underWay === 1 && one.asked.wants !== 'pay'),
  };
};
export type Clients = ReturnType<typeof clientsOf>;
