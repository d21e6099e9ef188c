import type { Fetch } from './attempt.ts';
import { Call, type Responded, type Result } from './call.ts';
import type { Operated } from './generated/client.ts';
import type { CommandOptions, Options } from './methods.ts';
import { type OperationId, operationIds, rowOf } from './operation.ts';
import { itemsOf, pagesOf } from './pages.ts';
import { requestOf } from './request.ts';
import { type Patience, send } from './send.ts';
import { type Granted, keptTokens, secondsLeft, type Tokens } from './token.ts';

export type { WebhookEvent } from './generated/events.ts';
export type * from './generated/schemas.ts';
export { formatMoney } from './money.ts';
export type { Answer, Asked, OperationId } from './operation.ts';
export { BinderyProblem, BinderyUnreachable, type Problem, type ProblemCode } from './problem.ts';
export { signWebhook, verifyWebhook, WebhookRefused } from './webhook.ts';
export type { Call, CommandOptions, Options, Responded, Result };

/** A client of Bindery's: each operation is a method. */
export type Bindery = Operated;

type Login =
  /** A server's own credentials. They never belong into a page. */
  | { readonly clientId: string; readonly clientSecret: string; readonly token?: never }
  /** A token that somebody else gets, as your server does for a page. It is kept while it is good. */
  | { readonly token: () => string | Promise<string>; readonly clientId?: never; readonly clientSecret?: never }
  /** Nobody's: enough to make a sandbox. */
  | { readonly token?: never; readonly clientId?: never; readonly clientSecret?: never };

export type BinderySetup = Login &
  Partial<Patience> & {
    /** Where Bindery is, such as `https://api.bindery.example`, without `/v1`. */
    readonly baseUrl: string;
    readonly fetch?: Fetch | undefined;
  };

type Beside = CommandOptions & { readonly ifNoneMatch?: string };
type Ask = <Value = unknown>(id: OperationId, asked: object, beside: Beside) => Call<OperationId, Value>;

const patience: Patience = { maxAttempts: 4, timeoutMs: 20_000, deadlineMs: 60_000, backoffMs: 250 };

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(some: T): Given<T> =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Given<T>;

const noLogin = (): Promise<Granted> => {
  throw new TypeError('This operation needs a login: give createBindery a clientId and clientSecret, or a token.');
};

const grantOf = (setup: BinderySetup, ask: Ask): (() => Promise<Granted>) => {
  const { clientId, clientSecret, token } = setup;
  if (token !== undefined)
    return async () => {
      const own = await token();
      return { token: own, seconds: secondsLeft(own) };
    };
  if (clientId === undefined) return noLogin;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  return async () => {
    const granted = await ask<{ access_token: string; expires_in: number }>('issueToken', form, {});
    return { token: granted.access_token, seconds: granted.expires_in };
  };
};

const askWith = (setup: BinderySetup): Ask => {
  const baseUrl = setup.baseUrl.replace(/\/$/, '');
  const { maxAttempts, timeoutMs, deadlineMs, backoffMs } = setup;
  const usual = { ...patience, ...given({ maxAttempts, timeoutMs, deadlineMs, backoffMs }) };
  const fetch: Fetch = setup.fetch ?? ((url, init) => globalThis.fetch(url, init));

  const sent = async (id: OperationId, asked: object, { signal, ...beside }: Beside) => {
    const row = rowOf(id);
    const { idempotencyKey = row.kind === 'command' ? crypto.randomUUID() : undefined, ...options } = beside;
    const request = requestOf(baseUrl, row, asked, given({ ...options, idempotencyKey }));
    signal?.throwIfAborted();
    const own = { operation: id, request, fetch, tokens: row.open ? undefined : tokens, signal, idempotencyKey };
    const came = await send({ ...usual, ...given(options), ...own });
    if (came.ok && row.previews !== undefined) makeConfirmable(ask, row.previews, asked, came.value);
    return came;
  };
  const ask: Ask = (id, asked, beside) => new Call(sent(id, asked, beside));
  const tokens: Tokens = keptTokens(async () => grantOf(setup, ask)());
  return ask;
};

/**
 * Gives a preview its way on. It is no part of the data, so no log prints it, and its key is that of one intent: to
 * confirm twice is to confirm once.
 */
const makeConfirmable = (ask: Ask, confirming: OperationId, asked: object, shown: unknown): void => {
  const { preview } = shown as { readonly preview: string };
  const idempotencyKey = crypto.randomUUID();
  const confirm = (options: CommandOptions = {}) =>
    ask(confirming, { ...asked, preview }, { idempotencyKey, ...given(options) });
  Object.defineProperty(shown, 'confirm', { value: confirm });
};

const methodOf = (ask: Ask, id: OperationId): unknown => {
  const { pages: parameter, versioned } = rowOf(id);
  const method = (asked: object = {}, options: Beside = {}) => ask(id, asked, options);
  if (versioned)
    return Object.assign(method, {
      ifChanged: async (asked: object, etag: string, options: Options = {}) => {
        const read = await ask(id, asked, { ...options, ifNoneMatch: etag }).withResponse();
        return read.status === 304 ? undefined : read;
      },
    });
  if (parameter === undefined) return method;
  const pages = (asked: object = {}, options: Options = {}) =>
    pagesOf((one) => ask(id, one, options), parameter, asked);
  return Object.assign(method, {
    pages,
    items: (asked: object = {}, options: Options = {}) => itemsOf(pages(asked, options)),
  });
};

/** A client for one tenant's login. Make one and keep it: it holds the token. */
export const createBindery = (setup: BinderySetup): Bindery => {
  const ask = askWith(setup);
  return Object.fromEntries(operationIds.map((id) => [id, methodOf(ask, id)])) as unknown as Bindery;
};
