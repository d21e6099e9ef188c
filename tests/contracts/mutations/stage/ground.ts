import type { Endpoint } from '../../../../functions/_kit/implement.ts';
import { createLimiter } from '../../../../functions/_kit/limiter.ts';
import type { LogLine, Platform } from '../../../../functions/_kit/platform.ts';
import type { Change } from '../../../../local/engine/table.ts';
import { loadEntries } from '../../../../local/entries.ts';
import { chanceOf } from '../../../simulation/chance.ts';
import { memoryInbox } from '../../../support/inboxes.ts';
import type { WorldOptions } from '../../../support/world.ts';
import { aFilledBook } from '../../book/filled-book.ts';
import type { Wire } from '../request.ts';
import { delivered, subscribersOf } from './aftermath.ts';
import { basesOf } from './bases.ts';
import { type Answered, doorOf } from './door.ts';
import { ledgerOf } from './ledger.ts';
import { accessTokens, offerKeys, signer } from './secrets.ts';
import { moreThings, sandbox } from './things.ts';

/** A test plants its bugs in the endpoints, in the platform, or between the adapter and the table. */
export type Planted = {
  readonly endpoints?: (real: readonly Endpoint[]) => readonly Endpoint[];
  readonly platform?: (real: Platform) => Platform;
  readonly through?: NonNullable<WorldOptions['through']>;
  /** How long an answer may take before nobody waits for it any more. */
  readonly patienceMs?: number;
};

export type Heard = {
  readonly answer: Answered | undefined;
  readonly ms: number;
  readonly changes: readonly Change[];
  readonly filed: readonly string[];
  readonly log: readonly LogLine[];
};

const patienceMs = 20_000;
/** Tokens of transactions are forgotten from one request to the next. */
const engineStepMs = 3_600_000;

const answerIn = async (work: Promise<Answered>, ms: number): Promise<Answered | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** A whole platform over a filled book, to which any request can be sent and after each of which all is as before. */
export const aGround = async (planted: Planted = {}) => {
  const { endpoints: real } = await loadEntries();
  const { files, inbox } = memoryInbox();
  let engineNow = 0;
  const book = await aFilledBook({
    ...{ tenants: ['shop-a', 'shop-b', sandbox], limitTimes: 1e9, engineNow: () => engineNow },
    services: { inbox, offerKeys, signer, tokenSigner: accessTokens },
    ...(planted.through !== undefined && { through: planted.through }),
  });
  const things = await moreThings(book);
  const bases = await basesOf(book, things, real);
  let bytes = chanceOf(0, 'bytes').bytes;
  const platform = { ...book.platform, limiter: createLimiter(1e9), random: (length: number) => bytes(length) };
  const endpoints = planted.endpoints?.(real) ?? real;
  const shown = planted.platform?.(platform) ?? platform;
  const door = doorOf(endpoints, shown);
  const subscribers = await subscribersOf();
  const ledger = ledgerOf(book.engine, files);
  ledger.begin();
  return {
    ...{ book, bases, things, endpoints: real },
    /** What the platform draws from here on, so that a request is answered alike whatever was asked before. */
    reseed: (seed: number, name: string): void => {
      bytes = chanceOf(seed, name).bytes;
      engineNow += engineStepMs;
    },
    ask: async (wire: Wire): Promise<Heard> => {
      book.log.length = 0;
      const before = ledger.changes().length;
      const begun = performance.now();
      const answer = await answerIn(door(wire), planted.patienceMs ?? patienceMs);
      const ms = performance.now() - begun;
      return { answer, ms, changes: ledger.changes().slice(before), filed: ledger.filed(), log: [...book.log] };
    },
    /** Delivers what was said so far; answers what could not be taken. */
    deliver: (changes: readonly Change[]) => delivered(changes, subscribers, shown),
    undo: ledger.undo,
  };
};
export type Ground = Awaited<ReturnType<typeof aGround>>;
