import { isCommand } from '../../../functions/_kit/contract.ts';
import { loadEntries } from '../../../local/entries.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { openApiOf } from '../../../tools/generate/openapi.ts';
import { schemaCheckOf } from './checks/answer-schema.ts';
import { answerFaults, type Fault } from './checks/answers.ts';
import { repeatFaults } from './checks/repeats.ts';
import { writeFaults } from './checks/writes.ts';
import { type Drawn, drawer, type Made, made, type Step } from './draw.ts';
import { placesOf, placeText } from './places.ts';
import { sameWire, type Wire } from './request.ts';
import { readsAfter } from './stage/aftermath.ts';
import type { Answered } from './stage/door.ts';
import { aGround, type Ground, type Heard, type Planted } from './stage/ground.ts';
import { emptyTally, type Finding, type Tally } from './tally.ts';

const sayStep = ({ place, mutator }: Step): string => `${placeText(place)} ${mutator.says} (${mutator.id})`;

const shownMax = 3_000;
const shown = (text: string): string =>
  text.length > shownMax ? `${text.slice(0, shownMax)}… (${text.length} characters)` : text;
const requestText = ({ method, target, headers, body }: Wire): string =>
  shown(`${method} ${target} ${JSON.stringify(headers)} ${JSON.stringify(body.toString())}`);
const answerText = ({ answer }: Heard): string =>
  answer === undefined ? 'nothing' : shown(`${answer.statusCode} ${answer.body}`);

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

type Asked = {
  readonly request: Made;
  readonly heard: Heard;
  readonly faults: readonly Fault[];
  readonly again: boolean;
};

export type Wish = { readonly seed: number; readonly operation?: string | undefined; readonly planted?: Planted };

/**
 * Everything of one run: places and pairs are worked out once, and each request follows from its number. A run may be
 * about one operation alone; its numbers are others then.
 */
export const aRun = async ({ seed, operation, planted = {} }: Wish) => {
  const ground = await aGround(planted);
  const { capabilities } = await loadEntries();
  const document = JSON.parse(JSON.stringify(openApiOf(capabilities))) as OpenApi;
  const ofSchema = schemaCheckOf(document);
  const places = placesOf(ground.bases, document).filter(
    ({ base }) => operation === undefined || ground.bases[base]?.draft.operation === operation,
  );
  const { draw, pairs } = drawer(seed, places, ground);

  /** What was accepted is worked on and read: it must not break who comes later. */
  const afterwards = async (answer: Answered, { changes }: Heard, { body }: Wire): Promise<readonly Fault[]> => {
    const faults = (await ground.deliver(changes)).map((what) => ({ rule: 'taken-by-all', what }));
    for (const wire of readsAfter(ground.bases, answer)) {
      const heard = await ground.ask(wire);
      // What was sent before may be shown now.
      const found = answerFaults(heard, { ...wire, body }, ofSchema);
      faults.push(...found.map(({ rule, what }) => ({ rule: `${rule}-later`, what: `${wire.target}: ${what}` })));
    }
    return faults;
  };

  const ask = async (drawn: Drawn): Promise<Asked> => {
    const request = made(seed, drawn, ground);
    ground.reseed(seed, `answer ${drawn.number}`);
    const heard = await ground.ask(request.wire);
    const endpoint = heard.answer?.endpoint;
    const tenant = tenantOf(ground, drawn, request.wire, heard.answer);
    const isKept = endpoint !== undefined && isCommand(endpoint.contract) && heard.changes.length > 0;
    const faults = [
      ...answerFaults(heard, request.wire, ofSchema),
      ...writeFaults(endpoint, { ...heard, tenant }),
      ...(isKept ? repeatFaults(heard, await ground.ask(request.wire)) : []),
      ...(isKept && heard.answer !== undefined && heard.answer.statusCode < 300
        ? await afterwards(heard.answer, heard, request.wire)
        : []),
    ];
    await ground.undo();
    return { request, heard, faults, again: isKept };
  };

  /** Takes away what the failure does not need. */
  const shrunk = async (drawn: Drawn, first: Asked): Promise<readonly [Drawn, Asked]> => {
    const rules = new Set(first.faults.map(({ rule }) => rule));
    const smaller = [
      ...drawn.steps.map((step) => [step]),
      ...drawn.steps.map((_step, at) => drawn.steps.toSpliced(at, 1)),
    ];
    for (const steps of smaller.filter(({ length }) => length > 0 && length < drawn.steps.length)) {
      const asked = await ask({ ...drawn, steps });
      if (asked.faults.some(({ rule }) => rules.has(rule))) return [{ ...drawn, steps }, asked];
    }
    return [drawn, first];
  };

  const findingOf = async (drawn: Drawn, first: Asked): Promise<Finding | undefined> => {
    // A machine that is busy with others is no fault of ours: what is slow has to be slow again.
    const again = first.faults.every(({ rule }) => rule === 'in-time') ? await ask(drawn) : first;
    if (again.faults.length === 0) return undefined;
    const [least, { request, heard, faults }] = await shrunk(drawn, again);
    const { number, steps } = least;
    return {
      ...{ seed, number, operation: request.operation, about: operation, steps: steps.map(sayStep), faults },
      ...{ request: requestText(request.wire), answer: answerText(heard) },
    };
  };

  /** Asks one request by its number, and adds what was seen to the tally. */
  const one = async (number: number, tally: Tally): Promise<void> => {
    const drawn = draw(number);
    const asked = await ask(drawn);
    note(tally, drawn, asked);
    if (asked.faults.length === 0) return;
    const finding = await findingOf(drawn, asked);
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
