import { loadEntries } from '../../../local/entries.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { openApiOf } from '../../../tools/generate/openapi.ts';
import { type Asked, askerOf } from './ask.ts';
import { type Drawn, drawer, made } from './draw.ts';
import { answerText, findingOf, requestText, sayStep } from './finding.ts';
import { placesOf, placeText } from './places.ts';
import { sameWire } from './request.ts';
import { aGround, type Planted } from './stage/ground.ts';
import { emptyTally, type Tally } from './tally.ts';

export type Wish = { readonly seed: number; readonly operation?: string | undefined; readonly planted?: Planted };

/**
 * Everything of one run: places and pairs are worked out once, and each request follows from its number. A run may be
 * about one operation alone; its numbers are others then.
 */
export const aRun = async ({ seed, operation, planted = {} }: Wish) => {
  const ground = await aGround(planted);
  const { capabilities } = await loadEntries();
  const document = JSON.parse(JSON.stringify(openApiOf(capabilities))) as OpenApi;
  const places = placesOf(ground.bases, document).filter(
    ({ base }) => operation === undefined || ground.bases[base]?.draft.operation === operation,
  );
  const { draw, pairs } = drawer(seed, places, ground);

  const ask = askerOf(ground, seed);

  /** Asks one request by its number, and adds what was seen to the tally. */
  const one = async (number: number, tally: Tally): Promise<void> => {
    const drawn = draw(number);
    const asked = await ask(drawn);
    note(tally, drawn, asked);
    if (asked.faults.length === 0) return;
    const finding = await findingOf(ask, { seed, operation }, drawn, asked);
    if (finding !== undefined) tally.findings.push(finding);
  };

  return {
    ...{
      one,
      pairs,
      places,
      draw,
      ground,
      make: (drawn: Drawn) => made(seed, drawn, ground),
      operations: ground.endpoints.map(({ contract }) => contract.id),
    },
    /** One request with everything about it, for whoever asks for it again. */
    tell: async (number: number): Promise<readonly string[]> => {
      const drawn = draw(number);
      const { request, heard } = await ask(drawn);
      return [...drawn.steps.map(sayStep), requestText(request.wire), answerText(heard)];
    },
  };
};
export type Run = Awaited<ReturnType<typeof aRun>>;

const note = (tally: Tally, { steps, number }: Drawn, { request, heard, again }: Asked): void => {
  const status = heard.answer?.statusCode ?? 0;
  // Of several changes nobody can say which one made another request of it.
  const changed = steps.length === 1 && !sameWire(request.wire, request.plain);
  tally.requests += 1;
  tally.repeated += again ? 1 : 0;
  tally.wrote += heard.changes.length > 0 ? 1 : 0;
  tally.digest = (tally.digest + Math.imul(number + 1, 0x9e3779b1) * (status + heard.changes.length * 7)) >>> 0;
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  const { asked, done } = tally.operations.get(request.operation) ?? { asked: 0, done: 0 };
  tally.operations.set(request.operation, { asked: asked + 1, done: done + (status < 300 ? 1 : 0) });
  for (const { mutator, place } of steps) {
    const { applied, changed: before } = tally.mutators.get(mutator.id) ?? { applied: 0, changed: 0 };
    tally.mutators.set(mutator.id, { applied: applied + 1, changed: before + (changed ? 1 : 0) });
    tally.places.add(`${request.operation} ${placeText(place)}`);
  }
};

/** Asks so many requests from a number on. */
export const runRequests = async (
  run: Run,
  { first, requests, step = 1 }: { readonly first: number; readonly requests: number; readonly step?: number },
  isEnough: (tally: Tally) => boolean = ({ findings }) => findings.length >= 20,
): Promise<Tally> => {
  const tally = emptyTally();
  for (let n = 0; n < requests && !isEnough(tally); n += 1) await run.one(first + n * step, tally);
  return tally;
};
