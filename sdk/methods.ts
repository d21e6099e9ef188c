import type { Call, Responded } from './call.ts';
import type { Answer, Asked, Item, OperationId } from './operation.ts';
import type { Patience } from './send.ts';

/** What can be said beside what is asked. */
export type Options = Partial<Patience> & {
  /** Ends the call, wherever it stands. */
  readonly signal?: AbortSignal | undefined;
};

export type CommandOptions = Options & {
  /** Names the intent: the same key does it once, now or tomorrow. Made up where you give none. */
  readonly idempotencyKey?: string | undefined;
  /** The `etag` that you have seen: refused with `version-differs` if the object has changed since. */
  readonly ifMatch?: string | undefined;
};

type Method<Id extends OperationId, Beside, Made> =
  Record<never, never> extends Asked<Id>
    ? (asked?: Asked<Id>, options?: Beside) => Made
    : (asked: Asked<Id>, options?: Beside) => Made;

/** Changes nothing. */
export type Read<Id extends OperationId> = Method<Id, Options, Call<Id>>;

/** Changes something, once for each key, which is the same on every attempt. */
export type Command<Id extends OperationId> = Method<Id, CommandOptions, Call<Id>>;

/** Reads an object that has versions. */
export type VersionedRead<Id extends OperationId> = Read<Id> & {
  /** The object if it is another one than the `etag` that you hold names; undefined if it still is that one. */
  ifChanged(asked: Asked<Id>, etag: string, options?: Options): Promise<Responded<Answer<Id>> | undefined>;
};

/** Answers one page; its two others go through all that follow. */
export type Listing<Id extends OperationId> = Read<Id> & {
  /** Every item, fetching page after page while you go on. */
  items: Method<Id, Options, AsyncIterable<Item<Id>>>;
  /** Every page. */
  pages: Method<Id, Options, AsyncIterable<Answer<Id>>>;
};

/** What would happen, and the way to have just that happen. */
export type Previewed<Id extends OperationId, Confirming extends OperationId> = Answer<Id> & {
  /**
   * Does what was shown, and nothing else: refused with `preview-outdated` or `preview-expired` where it would be
   * something else by now. Calling it again does it no second time.
   */
  confirm(options?: CommandOptions): Call<Confirming>;
};

export type Preview<Id extends OperationId, Confirming extends OperationId> = Method<
  Id,
  Options & Pick<CommandOptions, 'ifMatch'>,
  Call<Id, Previewed<Id, Confirming>>
>;
