import type { Message } from '@aws-sdk/client-sqs';
import { plainError } from '../../plain-error.ts';
import { type DeadLetter, type DeadLetters, type Kind, type NotSettled, reasonMin, type Settled } from '../port.ts';
import { deadQueueOf, nameIn, partsOf } from '../queue-names.ts';
import { reasonIn } from '../reason.ts';
import type { Evidence } from './evidence.ts';
import { letterOf } from './letter-of.ts';
import type { Owner } from './owners.ts';
import type { Queues } from './queues.ts';

export type SqsLettersSetup = {
  readonly stage: string;
  readonly queues: Queues;
  readonly evidence: Evidence;
  readonly ownerOf: (name: string) => Owner;
  /** The identity under which this is done, as AWS itself names it in its own trail. */
  readonly who: () => Promise<string>;
  readonly now: () => string;
};

/** Why there is nothing to send again: what the letter asked for is done by what comes next. */
const doneByItself: Partial<Record<Kind, string>> = {
  schedule: 'The next tick of the schedule takes up what this one could not do.',
  outbox: 'The sweeper publishes again from the table whatever records the audit has not seen.',
};

/** A message that is held, and the letter that it is. */
type Held = { readonly url: string; readonly message: Message; readonly letter: DeadLetter };

const workQueueOf = (stage: string, { name }: Owner): string => deadQueueOf(stage, name).replace(/-dead$/, '');

/** Finds letters in the queues of a stage. */
const finder = ({ stage, queues, ownerOf }: SqsLettersSetup) => {
  const triesOf = async (owner: Owner): Promise<number | undefined> => {
    const url = owner.kind === 'subscriber' ? await queues.urlOf(workQueueOf(stage, owner)) : undefined;
    return url === undefined ? undefined : queues.tries(url);
  };
  const lettersOf = async (name: string, messages: readonly Message[]): Promise<readonly DeadLetter[]> => {
    if (messages.length === 0) return [];
    const owner = ownerOf(name);
    const tries = await triesOf(owner);
    return messages.map((message) => letterOf(message, { queue: deadQueueOf(stage, name), owner, tries }));
  };
  return {
    /** The dead-letter queues of the stage that say that they hold something. */
    holding: async () => {
      const all = [...(await queues.named(`bindery-${stage}-`))].flatMap(([queue, url]) => {
        const name = nameIn(stage, queue);
        return name === undefined ? [] : [{ name, queue, url }];
      });
      const counted = await Promise.all(all.map(async (one) => ({ ...one, count: await queues.count(one.url) })));
      return counted.filter(({ count }) => count > 0).toSorted((a, b) => (a.queue < b.queue ? -1 : 1));
    },
    lettersOf,
    /** Holds the message of a letter, so that nobody else settles it meanwhile. */
    take: async (id: string): Promise<Held | undefined> => {
      const parts = partsOf(id);
      const url = parts === undefined ? undefined : await queues.urlOf(deadQueueOf(stage, parts.name));
      if (parts === undefined || url === undefined) return undefined;
      const message = await queues.take(url, parts.message);
      const [letter] = message === undefined ? [] : await lettersOf(parts.name, [message]);
      return message === undefined || letter === undefined ? undefined : { url, message, letter };
    },
  };
};

type Decision = Pick<Settled, 'how' | 'why'>;
type Done = NotSettled | { readonly status: 'done'; readonly settled: Settled };

const wordsOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/**
 * Writes a decision down, then does it, then takes the letter out of its queue. Whichever of these fails, nothing is
 * lost, and doing the same once more finds what is written and goes on.
 */
const settler = ({ queues, evidence, who, now }: SqsLettersSetup) => {
  const decide = async ({ letter }: Held, decision: Decision): Promise<Settled> =>
    evidence.keep({ id: letter.id, ...decision, who: await who(), when: now(), letter });
  const finish = async ({ url, message, letter }: Held, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
      await queues.delete(url, message);
    } catch (cause) {
      const sentence = `What was decided about ${letter.id} is written down, but not done: do the same once more.`;
      throw plainError(`${sentence} (${wordsOf(cause)})`, cause);
    }
  };
  return async (held: Held, decision: Decision, act: () => Promise<void>): Promise<Done> => {
    const letGo = () => queues.release(held.url, held.message).catch(() => undefined);
    try {
      const settled = await decide(held, decision);
      if (settled.how === decision.how) {
        await finish(held, act);
        return { status: 'done', settled };
      }
      await letGo();
      return { status: 'already-settled', settled };
    } catch (thrown) {
      await letGo();
      throw thrown;
    }
  };
};

/** The dead letters of a stage in the cloud: its queues hold them, and its archive keeps what was decided. */
export const sqsLetters = (setup: SqsLettersSetup): DeadLetters => {
  const { stage, queues, evidence, ownerOf } = setup;
  const { holding, lettersOf, take } = finder(setup);
  const settle = settler(setup);
  const gone = async (id: string): Promise<NotSettled> => {
    const settled = partsOf(id) === undefined ? undefined : await evidence.find(id);
    return settled === undefined ? { status: 'not-found' } : { status: 'already-settled', settled };
  };

  return {
    list: async () => {
      const found = await Promise.all(
        (await holding()).map(async ({ name, url }) => lettersOf(name, await queues.look(url))),
      );
      return found.flat().toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },
    counts: async () => (await holding()).map(({ queue, count }) => ({ queue, count })),
    read: async (id) => {
      const held = await take(id);
      if (held !== undefined) await queues.release(held.url, held.message);
      return held?.letter;
    },
    settled: () => evidence.newest(),
    replay: async (id) => {
      const held = await take(id);
      if (held === undefined) return gone(id);
      const { kind, subscriber } = held.letter;
      const why = doneByItself[kind];
      if (why !== undefined) {
        const done = await settle(held, { how: 'dropped', why }, async () => undefined);
        return done.status === 'done' ? { ...done, status: 'nothing-to-replay' } : done;
      }
      const owner = ownerOf(partsOf(id)?.name ?? '');
      const source = kind === 'subscriber' ? await queues.urlOf(workQueueOf(stage, owner)) : undefined;
      if (source === undefined) {
        await queues.release(held.url, held.message);
        return { status: 'cannot-replay', why: `Nothing of this version takes what ${subscriber} was to take.` };
      }
      const done = await settle(held, { how: 'replayed' }, () => queues.send(source, held.message.Body ?? ''));
      return done.status === 'done' ? { ...done, status: 'replayed' } : done;
    },
    drop: async (id, { reason }) => {
      const why = reasonIn(reason);
      if (why === undefined) return { status: 'reason-too-short', shortest: reasonMin };
      const held = await take(id);
      if (held === undefined) return gone(id);
      const done = await settle(held, { how: 'dropped', why }, async () => undefined);
      return done.status === 'done' ? { ...done, status: 'dropped' } : done;
    },
  };
};
