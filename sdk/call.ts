import type { Answer, OperationId } from './operation.ts';
import type { Problem } from './problem.ts';
import type { Sent } from './send.ts';

/** An answer, and what HTTP says beside it. */
export type Responded<Value> = {
  readonly value: Value;
  readonly status: number;
  /** Names the request in logs, events and problems. */
  readonly requestId: string;
  /** The version of the object that was answered; send it back as `ifMatch`. */
  readonly etag: string | undefined;
  /** Whether this answer was given before, to an attempt of which nobody had heard. */
  readonly replayed: boolean;
  readonly headers: Headers;
};

/** An answer or a refusal, both as values. */
export type Result<Id extends OperationId, Value = Answer<Id>> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem<Id> };

/**
 * A request on its way. Await it for the answer alone, which throws what was refused; or ask it for more. It is sent
 * once, whichever way and however often it is looked at.
 */
export class Call<Id extends OperationId, Value = Answer<Id>> implements Promise<Value> {
  readonly [Symbol.toStringTag] = 'Call';
  readonly #sent: Promise<Sent>;

  constructor(sent: Promise<Sent>) {
    this.#sent = sent;
  }

  async #answered(): Promise<Value> {
    return (await this.withResponse()).value;
  }

  /** The answer with its `etag` and `requestId`. */
  async withResponse(): Promise<Responded<Value>> {
    const sent = await this.#sent;
    if (!sent.ok) throw sent.refused;
    const { status, headers } = sent.response;
    return {
      value: sent.value as Value,
      status,
      requestId: headers.get('x-request-id') ?? '',
      etag: headers.get('etag') ?? undefined,
      replayed: headers.get('idempotent-replayed') === 'true',
      headers,
    };
  }

  /** The answer or the problem as a value. Only what nobody answered is still thrown. */
  async result(): Promise<Result<Id, Value>> {
    const sent = await this.#sent;
    if (sent.ok) return { ok: true, value: sent.value as Value };
    return { ok: false, problem: sent.refused.problem as Problem<Id> };
  }

  // biome-ignore lint/suspicious/noThenProperty: it is to be awaited.
  then<A = Value, B = never>(
    fulfilled?: ((value: Value) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answered().then(fulfilled, rejected);
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Value | B> {
    return this.#answered().catch(rejected);
  }

  finally(settled?: (() => void) | null): Promise<Value> {
    return this.#answered().finally(settled);
  }
}
