import type { Endpoint } from '../../../functions/_kit/implement.ts';
import type { Answer, Command } from '../client.ts';
import { itemsOf } from '../generators/batches.ts';
import type { Known } from '../known.ts';
import type { Simulation } from '../simulation.ts';
import type { Violation } from '../violation.ts';
import { stands } from './remembered.ts';

type Heard = {
  readonly simulation: Simulation;
  readonly command: Command;
  readonly answer: Answer;
  readonly known: Known;
};
type Result = { readonly outcome: string; readonly status?: number; readonly body?: Readonly<Record<string, unknown>> };

/** What stands for ever under an item's key; nothing for what may be answered otherwise another time. */
const standing = (contract: Endpoint['contract'], { outcome, status, body = {} }: Result): string | undefined => {
  const isFinal = outcome !== 'open' && status !== undefined && stands(contract, status, body['code']);
  return isFinal ? `${status} ${JSON.stringify(body)}` : undefined;
};

const offContract = (contract: Endpoint['contract'], { outcome, status, body }: Result): readonly Violation[] => {
  if (outcome !== 'done' || (status === contract.success && contract.response.safeParse(body).success)) return [];
  return [{ invariant: 'V1', what: `An item is answered off the contract of ${contract.id}: ${JSON.stringify(body)}` }];
};

/** V1 and I1: each item is answered as its own contract says, and the same key is answered the same in every batch. */
export const itemsAreAnsweredAlike = ({ simulation, command, answer, known }: Heard): readonly Violation[] => {
  if (command.endpoint.contract.batch === undefined || answer.status !== 200) return [];
  const results = answer.body['results'] as readonly Result[];
  return itemsOf(command.ask).flatMap((item, at): readonly Violation[] => {
    const result = results[at];
    const own = simulation.entries.endpoints.find(({ contract }) => contract.id === item.operation);
    if (result === undefined || own === undefined)
      return [{ invariant: 'V1', what: `Item ${at} of command ${command.n} has no answer.` }];
    const text = standing(own.contract, result);
    const name = `${item.operation} ${item.idempotencyKey}`;
    const first = known.itemResults.get(name) ?? text;
    if (first !== undefined) known.itemResults.set(name, first);
    const same = text === undefined || first === text;
    const changed = { invariant: 'I1', what: `Item ${name} was answered ${first}, and then ${text}` } as const;
    return [...offContract(own.contract, result), ...(same ? [] : [changed])];
  });
};
