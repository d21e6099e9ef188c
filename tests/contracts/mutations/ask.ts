import { isCommand } from '../../../functions/_kit/contract.ts';
import { answerFaults, type Fault } from './checks/answers.ts';
import { repeatFaults } from './checks/repeats.ts';
import { writeFaults } from './checks/writes.ts';
import { type Drawn, type Made, made } from './draw.ts';
import type { Wire } from './request.ts';
import { readsAfter } from './stage/aftermath.ts';
import type { Answered } from './stage/door.ts';
import type { Ground, Heard } from './stage/ground.ts';

/** Whose call it is, as the platform will find: by the path where that is said there, else by the token. */
const tenantOf = (
  { book, bases }: Ground,
  { base }: Drawn,
  { headers }: Wire,
  answer: Answered | undefined,
): string => {
  const token = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
  const named = book.tokens.get(/^Bearer +(\S+)$/i.exec(token)?.[1] ?? '')?.tenant;
  return answer?.params['tenantId'] ?? named ?? bases[base]?.tenant ?? '';
};

export type Asked = {
  readonly request: Made;
  readonly heard: Heard;
  readonly faults: readonly Fault[];
  readonly again: boolean;
};

/** Asks a drawn request, looks at everything that came of it, and leaves the book as it was. */
export const askerOf = (ground: Ground, seed: number) => {
  /** What was accepted is worked on and read: it must not break who comes later. */
  const afterwards = async (answer: Answered, { changes }: Heard, { body }: Wire): Promise<readonly Fault[]> => {
    const faults = (await ground.deliver(changes)).map((what) => ({ rule: 'taken-by-all', what }));
    for (const wire of readsAfter(ground.bases, answer)) {
      const heard = await ground.ask(wire);
      // What was sent before may be shown now.
      const found = answerFaults(heard, { ...wire, body });
      faults.push(...found.map(({ rule, what }) => ({ rule: `${rule}-later`, what: `${wire.target}: ${what}` })));
    }
    return faults;
  };

  return async (drawn: Drawn): Promise<Asked> => {
    const request = made(seed, drawn, ground);
    ground.reseed(seed, `answer ${drawn.number}`);
    const heard = await ground.ask(request.wire);
    const endpoint = heard.answer?.endpoint;
    const tenant = tenantOf(ground, drawn, request.wire, heard.answer);
    const isKept = endpoint !== undefined && isCommand(endpoint.contract) && heard.changes.length > 0;
    const faults = [
      ...answerFaults(heard, request.wire),
      ...writeFaults(endpoint, { ...heard, tenant }),
      ...(isKept ? repeatFaults(heard, await ground.ask(request.wire)) : []),
      ...(isKept && heard.answer !== undefined && heard.answer.statusCode < 300
        ? await afterwards(heard.answer, heard, request.wire)
        : []),
    ];
    await ground.undo();
    return { request, heard, faults, again: isKept };
  };
};
export type Ask = ReturnType<typeof askerOf>;
