import type { DeadLetter, Dropped, QueueCount, Replayed, Settled } from './port.ts';

const widthMax = 100;
/** One line of a terminal; what comes from outside moves no cursor. */
const line = (text: string): string => {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return plain.length > widthMax ? `${plain.slice(0, widthMax)}…` : plain;
};

const whatOf = ({ event, body = '' }: DeadLetter): string =>
  event === undefined ? body : `${event.type} ${event.id} of ${event.tenant}`;

const linesOf = (letter: DeadLetter): readonly string[] => {
  const tried = letter.attempts === undefined ? '' : `, tried ${letter.attempts} times`;
  return [
    letter.id,
    `  ${line(`${letter.subscriber}, ${letter.at}${tried}`)}`,
    `  ${line(whatOf(letter))}`,
    ...(letter.reason === undefined ? [] : [`  ${line(letter.reason)}`]),
  ];
};

/** What a list tells: the letters, and how many there are that it could not show. */
export const listed = (letters: readonly DeadLetter[], counts: readonly QueueCount[]): string => {
  const held = counts.reduce((sum, { count }) => sum + count, 0);
  if (letters.length === 0 && held === 0) return 'There are no dead letters.';
  const hidden = counts.flatMap(({ queue, count }) => {
    const shown = letters.filter((letter) => letter.queue === queue).length;
    return count > shown ? [`${queue} says that it holds ${count}; ${shown} could be read now.`] : [];
  });
  return [...letters.flatMap((letter) => [...linesOf(letter), '']), ...hidden].join('\n').trimEnd();
};

const whoOf = ({ how, who, when, why }: Settled): string =>
  line(`${how} by ${who}, ${when}${why === undefined ? '' : `: ${why}`}`);

export const decided = (settled: readonly Settled[]): string =>
  settled.length === 0
    ? 'Nothing was decided yet.'
    : settled
        .flatMap(({ id, how, who, when, why }) => [
          id,
          `  ${line(`${how} by ${who}, ${when}`)}`,
          ...(why ? [`  ${line(why)}`] : []),
        ])
        .join('\n');

type Outcome = { readonly done: boolean; readonly sentence: string };
const yes = (sentence: string): Outcome => ({ done: true, sentence });
const no = (sentence: string): Outcome => ({ done: false, sentence });

export const notFound = (id: string): string =>
  `There is no dead letter ${line(id)} that can be read now. Somebody may hold it: try once more in a minute.`;

/** What became of a wish, in a sentence; and whether it came to what was wished. */
export const outcome = (id: string, wish: Settled['how'], result: Dropped | Replayed): Outcome => {
  switch (result.status) {
    case 'replayed': {
      const { subscriber } = result.settled.letter;
      return yes(`${id} was given to ${subscriber} again. If it fails again, it comes back as a new letter.`);
    }
    case 'dropped':
      return yes(`${id} was ${whoOf(result.settled)}`);
    case 'nothing-to-replay':
      return yes(`There was nothing to replay, so ${id} was taken away: ${result.settled.why}`);
    case 'already-settled':
      return { done: result.settled.how === wish, sentence: `${id} was already ${whoOf(result.settled)}` };
    case 'not-found':
      return no(notFound(id));
    case 'cannot-replay':
      return no(`${id} cannot be replayed. ${result.why} It can be read and dropped.`);
    case 'reason-too-short':
      return no(`Say why, in at least ${result.shortest} characters: --reason "…". It is kept for ever.`);
  }
};
