import { kebab } from '../../functions/_kit/contract.ts';
import { sha256Hex } from '../../functions/_kit/crypto.ts';
import type { LocalBus } from '../bus/bus.ts';
import type { Decision, DeadLetters as LetterFile, DeadLetter as Line } from '../bus/dead-letters.ts';
import { type DeadLetter, type DeadLetters, reasonMin, type Settled } from './port.ts';
import { deadQueueOf, letterId, localStage } from './queue-names.ts';
import { reasonIn } from './reason.ts';

/** The same event may die twice, at different times: each time it is a letter of its own. */
const idOf = ({ subscriber, event, at }: Line): string =>
  letterId(kebab(subscriber), sha256Hex(JSON.stringify([subscriber, event.id, at])).slice(0, 20));

const letterOf = (line: Line): DeadLetter => ({
  ...{ id: idOf(line), queue: deadQueueOf(localStage, line.subscriber), kind: 'subscriber' },
  ...line,
});

export type FileLettersSetup = {
  readonly file: LetterFile;
  readonly bus: Pick<LocalBus, 'giveTo' | 'knows'>;
  readonly now: () => string;
};

type Decided = Map<string, Decision>;

/** The letters of a file by id, each made once. */
const byIdIn = (file: LetterFile): (() => ReadonlyMap<string, DeadLetter>) => {
  const made = new Map<string, DeadLetter>();
  let seen = 0;
  return () => {
    for (const letter of file.letters.slice(seen).map(letterOf)) made.set(letter.id, letter);
    seen = file.letters.length;
    return made;
  };
};

/** A decision counts from here on, so that nobody decides otherwise while it is written down. */
const decide = async (decided: Decided, file: LetterFile, decision: Decision): Promise<void> => {
  decided.set(decision.id, decision);
  try {
    await file.note({ settled: decision });
  } catch (cause) {
    decided.delete(decision.id);
    throw cause;
  }
};

/**
 * The dead letters of this machine over their file. What is decided stands in the file before it is done: a program
 * that is killed before a replayed event was taken gives it again at its next start.
 */
export const fileLetters = ({ file, bus, now }: FileLettersSetup) => {
  const decided: Decided = new Map();
  for (const note of file.notes) if ('settled' in note) decided.set(note.settled.id, note.settled);
  const byId = byIdIn(file);
  const all = (): readonly DeadLetter[] => [...byId().values()];
  const find = (id: string): DeadLetter | undefined => byId().get(id);

  const give = ({ id, subscriber, event }: DeadLetter): boolean =>
    event !== undefined && bus.giveTo(subscriber, event, () => void file.note({ ended: id }).catch(() => undefined));

  /** The letter, if it is still to be decided about. */
  const open = (id: string) => {
    const letter = find(id);
    const decision = decided.get(id);
    if (letter === undefined) return { status: 'not-found' } as const;
    if (decision !== undefined) return { status: 'already-settled', settled: { ...decision, letter } } as const;
    return { status: 'open', letter } as const;
  };

  const letters: DeadLetters = {
    list: async () => all().filter(({ id }) => !decided.has(id)),
    counts: async () => {
      const byQueue = Map.groupBy(await letters.list(), ({ queue }) => queue);
      return [...byQueue].map(([queue, held]) => ({ queue, count: held.length }));
    },
    read: async (id) => (decided.has(id) ? undefined : find(id)),
    replay: async (id, by) => {
      const found = open(id);
      if (found.status !== 'open') return found;
      const { letter } = found;
      if (!bus.knows(letter.subscriber))
        return { status: 'cannot-replay', why: `There is no subscriber ${letter.subscriber} any more.` };
      const decision: Decision = { id, how: 'replayed', who: by, when: now() };
      await decide(decided, file, decision);
      give(letter);
      return { status: 'replayed', settled: { ...decision, letter } };
    },
    drop: async (id, { by, reason }) => {
      const found = open(id);
      if (found.status !== 'open') return found;
      const why = reasonIn(reason);
      if (why === undefined) return { status: 'reason-too-short', shortest: reasonMin };
      const decision: Decision = { id, how: 'dropped', who: by, when: now(), why };
      await decide(decided, file, decision);
      return { status: 'dropped', settled: { ...decision, letter: found.letter } };
    },
    settled: async () =>
      [...decided.values()]
        .flatMap((decision): readonly Settled[] => {
          const letter = find(decision.id);
          return letter === undefined ? [] : [{ ...decision, letter }];
        })
        .toReversed(),
  };
  return {
    letters,
    /** Gives again what was to be replayed when the program ended, and says how many it were. */
    resume: (): number => {
      const ended = new Set(file.notes.flatMap((note) => ('ended' in note ? [note.ended] : [])));
      const unended = all().filter(({ id }) => decided.get(id)?.how === 'replayed' && !ended.has(id));
      return unended.filter(give).length;
    },
  };
};
