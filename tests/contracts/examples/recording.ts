import { isCommand, servedAt } from '../../../functions/_kit/contract.ts';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { loadEntries } from '../../../local/entries.ts';
import type { Answer, Asked } from '../../support/world.ts';
import { askOf } from '../book/asks.ts';
import { scenes } from './scenes.ts';
import { aStage, type Stage } from './stage.ts';

type Headers = Readonly<Record<string, string>>;

/** One request and what the platform answered, as the reference and the collections show it. */
export type Example = {
  readonly operation: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly params?: Headers;
    readonly query?: Headers;
    readonly headers: Headers;
    readonly body?: unknown;
  };
  readonly response: { readonly status: number; readonly headers: Headers; readonly body: unknown };
};

const pathOf = ({ contract }: Endpoint, params: Headers = {}): string =>
  servedAt({ ...contract, path: contract.path.replace(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? name) });

const keyOf = (operation: string): string =>
  `${operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-0001`;

/** The headers that a caller sends; a token stands for itself, since it lives five minutes. */
const headersOf = ({ contract }: Endpoint, asked: Asked): Headers => ({
  ...(contract.caller === 'partner' || contract.caller === 'staff' ? { Authorization: 'Bearer {token}' } : {}),
  ...(isCommand(contract) && { 'Idempotency-Key': asked.key ?? keyOf(contract.id) }),
  ...(asked.body !== undefined && { 'Content-Type': 'application/json' }),
  ...(contract.id === 'issueToken' && {
    Authorization: 'Basic {clientId}:{secret}',
    'Content-Type': 'application/x-www-form-urlencoded',
  }),
  ...(contract.id === 'receivePaymentWebhook' && { 'Stripe-Signature': 't=1764403200,v1={signature}' }),
});

/** A form is shown by its fields, as OpenAPI does. */
const bodyOf = (body: unknown): unknown =>
  typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : body;

/** What every answer carries for browsers, and what is left of a limit that is not met here, say nothing. */
const shown = /^(content-type|etag|x-request-id|cache-control)$/;

const exampleOf = (endpoint: Endpoint, asked: Asked, { status, headers, body }: Answer): Example => {
  const { id, method } = endpoint.contract;
  if (status >= 300) throw new Error(`${id}: give it a scene in which it succeeds: ${JSON.stringify(body)}`);
  const { params, query } = asked;
  return {
    operation: id,
    request: {
      ...{ method, path: pathOf(endpoint, params) },
      ...(params !== undefined && Object.keys(params).length > 0 && { params }),
      ...(query !== undefined && { query }),
      headers: headersOf(endpoint, asked),
      ...(asked.body !== undefined && { body: bodyOf(asked.body) }),
    },
    response: {
      status,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => shown.test(name))) as Headers,
      body,
    },
  };
};

/** What an operation is asked so that it succeeds, after its scene has prepared what has to be there. */
export const askedOn = async (stage: Stage, endpoint: Endpoint): Promise<Asked> => {
  const { id } = endpoint.contract;
  const scene = scenes[id];
  const usual =
    scene === undefined || endpoint.contract.caller === 'staff' ? await askOf(stage, endpoint, stage.ids) : {};
  return { key: keyOf(id), ...usual, ...(await scene?.(stage)) };
};

/** What only reads is asked first, of the book as it was filled. */
export const inOrder = (endpoints: readonly Endpoint[]): readonly Endpoint[] =>
  endpoints.toSorted((a, b) => rank(a) - rank(b));

const playedOn = async (stage: Stage, endpoint: Endpoint): Promise<Example> => {
  const asked = await askedOn(stage, endpoint);
  return exampleOf(endpoint, asked, await stage.call(endpoint.contract.id, asked));
};

/** Every operation asked once of the real platform, so that it succeeds; alike in every run but for what is signed. */
export const record = async (): Promise<readonly Example[]> => {
  const { endpoints } = await loadEntries();
  const stage = await aStage();
  const examples: Example[] = [];
  for (const endpoint of inOrder(endpoints)) examples.push(await playedOn(stage, endpoint));
  return examples;
};
const rank = ({ contract }: Endpoint): number => (contract.id in scenes ? 2 : contract.method === 'GET' ? 0 : 1);
