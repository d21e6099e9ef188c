import { userInfo } from 'node:os';
import * as z from 'zod';
import { isOurs } from '../server/asker.ts';
import type { DoorSetup, Reply, Told } from '../server/doors.ts';
import { json } from '../server/json.ts';
import type { DeadLetters, Dropped, Replayed } from './port.ts';

const root = '/ops/dead-letters';
const statusCodes: Readonly<Record<(Dropped | Replayed)['status'], number>> = {
  replayed: 200,
  dropped: 200,
  'nothing-to-replay': 200,
  'not-found': 404,
  'already-settled': 409,
  'cannot-replay': 409,
  'reason-too-short': 422,
};

/** Whoever sits at this machine is known to it by a name. */
export const personHere = (): string => `${userInfo().username} at this machine`;

/** `/ops/dead-letters` is the list, `…/counts` and `…/settled` say how many and what was decided, `…/<id>` is one. */
export const deadLetterPages =
  (letters: DeadLetters): DoorSetup['pages'] =>
  async (request) => {
    const { path } = request;
    if (path !== root && !path.startsWith(`${root}/`)) return undefined;
    if (!isOurs(request)) return json(403, { error: 'Dead letters are shown under localhost only.' });
    if (path === root) return json(200, await letters.list());
    const name = decodeURIComponent(path.slice(root.length + 1));
    if (name === 'counts') return json(200, await letters.counts());
    if (name === 'settled') return json(200, await letters.settled());
    const letter = await letters.read(name);
    return letter === undefined ? json(404, { error: `There is no dead letter ${name}.` }) : json(200, letter);
  };

const told =
  <S extends z.ZodType>(schema: S, settle: (value: z.output<S>) => Promise<Dropped | Replayed>): Told =>
  async (value): Promise<Reply> => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return { wrong: z.prettifyError(parsed.error) };
    const answer = await settle(parsed.data);
    return { answer, statusCode: statusCodes[answer.status] };
  };

/** `POST /ops/dead-letters/replay` of an id, and `…/drop` of an id with a reason. */
export const deadLetterLevers = (letters: DeadLetters, who: () => string): Readonly<Record<string, Told>> => ({
  [`${root}/replay`]: told(z.strictObject({ id: z.string() }), ({ id }) => letters.replay(id, who())),
  [`${root}/drop`]: told(z.strictObject({ id: z.string(), reason: z.string() }), ({ id, reason }) =>
    letters.drop(id, { by: who(), reason }),
  ),
});
