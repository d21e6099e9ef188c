import type { EndpointContract } from '../../../../functions/_kit/contract.ts';
import type { HttpResponse } from '../../../../functions/_kit/http/state.ts';
import { type MatrixBook, tenants, type Whose } from './book.ts';
import { type Caller, endpoints, verdictOf } from './callers.ts';
import type { Wish } from './wishes.ts';

export type Cell = {
  readonly contract: EndpointContract & { readonly id: string };
  readonly whose: Whose;
  readonly caller: Caller;
  readonly wish: Wish;
};

const statuses = { unauthenticated: 401, forbidden: 403 } as const;

/** Business refusals have codes of their own: these are the kit's word for who may not ask. */
const isKept = ({ statusCode, body }: HttpResponse, code: 'unauthenticated' | 'forbidden'): boolean =>
  statusCode === statuses[code] && body.includes(`"code":"${code}"`);

/** Nothing of the first shop is in what another one reads, but what it sent itself. */
const leaksIn = ({ secrets }: MatrixBook, { wish }: Cell, { body, headers }: HttpResponse): readonly string[] => {
  const sent = JSON.stringify(wish.asked);
  const read = body + JSON.stringify(headers);
  return secrets.filter((secret) => read.includes(secret) && !sent.includes(secret));
};

type Result = { readonly operation: string; readonly status?: number; readonly body?: Record<string, unknown> };

/** The items of a batch are requests of their own: each is judged like one that came alone. */
const itemFaults = (book: MatrixBook, cell: Cell, answer: HttpResponse): readonly string[] => {
  const { results } = JSON.parse(answer.body) as { readonly results: readonly Result[] };
  return results.flatMap(({ operation, status = 0, body }) => {
    const inner = endpoints.find(({ contract }) => contract.id === operation)?.contract;
    if (inner === undefined) return [`${operation} is no operation`];
    const alone = { statusCode: status, headers: {}, body: JSON.stringify(body) };
    const names = inner.path.includes('Id}') ? ('a thing' as const) : ('nothing' as const);
    return faultsOf(book, { ...cell, contract: inner, wish: { ...cell.wish, names } }, alone);
  });
};

/** Its own thing is shown to who may see it, unless the business says otherwise: a live tenant has no clock. */
const ownFaults = ({ contract }: Cell, { statusCode, body }: HttpResponse): readonly string[] => {
  const code = String(Object(JSON.parse(body)).code);
  const isBusiness = contract.refusals[code]?.kind === 'forbidden';
  return contract.method === 'GET' && statusCode !== 200 && !isBusiness ? [`${statusCode} for its own`] : [];
};

/** A stranger's thing is not there, and an offer of somebody else's is none. */
const strangerFaults = ({ contract, wish }: Cell, { statusCode }: HttpResponse): readonly string[] => {
  const hasToken = contract.caller === 'partner' || contract.caller === 'staff';
  if (!hasToken || wish.names !== 'a thing') return [];
  const isRefused = wish.name === 'its offer' ? statusCode >= 400 : statusCode === 404;
  return isRefused ? [] : [`${statusCode} for a stranger`];
};

const allowedFaults = (book: MatrixBook, cell: Cell, answer: HttpResponse): readonly string[] => {
  const { statusCode } = answer;
  if (cell.contract.batch !== undefined) return statusCode === 200 ? itemFaults(book, cell, answer) : [`${statusCode}`];
  if (statusCode >= 500) return [`${statusCode}`];
  if (isKept(answer, 'unauthenticated') || isKept(answer, 'forbidden')) return [`${statusCode} for who may`];
  return cell.whose === 'own' ? ownFaults(cell, answer) : strangerFaults(cell, answer);
};

/** What is wrong with an answer, by the contract alone. */
export const faultsOf = (book: MatrixBook, cell: Cell, answer: HttpResponse): readonly string[] => {
  const verdict = verdictOf(cell.contract, cell.caller, cell.wish.include);
  const isRight = verdict === 'may' || isKept(answer, verdict);
  return [
    ...(isRight ? [] : [`${answer.statusCode} for who is ${verdict}`]),
    ...(verdict === 'may' ? allowedFaults(book, cell, answer) : []),
    ...(cell.whose === 'own' ? [] : leaksIn(book, cell, answer).map((secret) => `it shows ${secret}`)),
  ];
};

/** Effects that a cell may not have: any, for who may not; on the first shop, for everybody else. */
export const wrongEffects = ({ contract, whose, caller, wish }: Cell, effects: readonly string[]): readonly string[] =>
  verdictOf(contract, caller, wish.include) === 'may'
    ? effects.filter((effect) => whose !== 'own' && effect.endsWith(`: ${tenants.own}`))
    : effects;
