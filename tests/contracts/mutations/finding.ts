import type { Ask, Asked } from './ask.ts';
import type { Drawn, Step } from './draw.ts';
import { placeText } from './places.ts';
import type { Wire } from './request.ts';
import type { Heard } from './stage/ground.ts';
import type { Finding } from './tally.ts';

export const sayStep = ({ place, mutator }: Step): string => `${placeText(place)} ${mutator.says} (${mutator.id})`;

const shownMax = 3_000;
const shown = (text: string): string =>
  text.length > shownMax ? `${text.slice(0, shownMax)}… (${text.length} characters)` : text;
export const requestText = ({ method, target, headers, body }: Wire): string =>
  shown(`${method} ${target} ${JSON.stringify(headers)} ${JSON.stringify(body.toString())}`);
export const answerText = ({ answer }: Heard): string =>
  answer === undefined ? 'nothing' : shown(`${answer.statusCode} ${answer.body}`);

/** Takes away what the failure does not need. */
const shrunk = async (ask: Ask, drawn: Drawn, first: Asked): Promise<readonly [Drawn, Asked]> => {
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

type Wish = { readonly seed: number; readonly operation?: string | undefined };

/** What is told of a request that broke a rule; undefined where it breaks none when it is asked once more. */
export const findingOf = async (
  ask: Ask,
  { seed, operation }: Wish,
  drawn: Drawn,
  first: Asked,
): Promise<Finding | undefined> => {
  // A machine that is busy with others is no fault of ours: what is slow has to be slow again.
  const again = first.faults.every(({ rule }) => rule === 'in-time') ? await ask(drawn) : first;
  if (again.faults.length === 0) return undefined;
  const [least, { request, heard, faults }] = await shrunk(ask, drawn, again);
  const { number, steps } = least;
  return {
    ...{ seed, number, operation: request.operation, about: operation, steps: steps.map(sayStep), faults },
    ...{ request: requestText(request.wire), answer: answerText(heard) },
  };
};
