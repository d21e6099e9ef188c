import { createHash } from 'node:crypto';
import { isCommand, servedAt } from '../../../../functions/_kit/contract.ts';
import type { Endpoint } from '../../../../functions/_kit/implement.ts';
import type { VerifiedToken } from '../../../../functions/_kit/platform.ts';
import type { Asked } from '../../../support/world.ts';
import { askOf } from '../../book/asks.ts';
import type { FilledBook } from '../../book/filled-book.ts';
import type { Draft } from '../request.ts';
import { variants } from './asks.ts';
import type { Things } from './things.ts';

/** A request that is as it should be, from which hostile ones are made. */
export type Base = { readonly endpoint: Endpoint; readonly draft: Draft; readonly tenant: string };

type Actor = Partial<VerifiedToken['actor']>;

/** A token that the platform of the tests believes. */
export const tokenFor = (book: Pick<FilledBook, 'tokens'>, tenant: string, as: Actor): string => {
  const name = createHash('sha256')
    .update(JSON.stringify([tenant, as]))
    .digest('base64url');
  const token = `${name}.${name}.${name}`;
  book.tokens.set(token, { tenant, actor: { kind: 'partner', id: 'client-1', roles: [], scopes: [], ...as } });
  return `Bearer ${token}`;
};

/** Text that stands where the number of a request is to stand. */
export const numberMark = '{number}';

const headersOf = (book: FilledBook, endpoint: Endpoint, asked: Asked, scopes: readonly string[]) => {
  const { contract } = endpoint;
  const { tenant = 'shop-a', as = {} } = asked;
  const open = ['anyone', 'public', 'provider'].includes(contract.caller);
  const all = {
    ...(contract.body !== undefined && { 'content-type': 'application/json' }),
    ...(isCommand(contract) && { 'idempotency-key': asked.key ?? `mutation-${numberMark}` }),
    ...(!open && { authorization: tokenFor(book, tenant, { scopes, ...as }) }),
    ...asked.headers,
  };
  return Object.entries(all).filter(([, value]) => value !== '');
};

const draftOf = (book: FilledBook, endpoint: Endpoint, asked: Asked, scopes: readonly string[]): Draft => ({
  operation: endpoint.contract.id,
  method: endpoint.contract.method,
  path: servedAt(endpoint.contract),
  params: { ...asked.params },
  query: Object.entries(asked.query ?? {}),
  headers: headersOf(book, endpoint, asked, scopes),
  body: asked.body,
  form: endpoint.contract.form === true,
  onBytes: [],
  onTarget: [],
});

/** At least one request for every operation there is; an operation that is new comes with its line in `asks.ts`. */
export const basesOf = async (
  book: FilledBook,
  things: Things,
  endpoints: readonly Endpoint[],
): Promise<readonly Base[]> => {
  const scopes = [...new Set(endpoints.flatMap(({ contract }) => contract.scope ?? []))];
  const bases: Base[] = [];
  for (const endpoint of endpoints) {
    const asked = await askOf(book, endpoint, book.ids);
    const all = (await variants[endpoint.contract.id]?.({ book, things, asked })) ?? [asked];
    for (const one of all)
      bases.push({ endpoint, draft: draftOf(book, endpoint, one, scopes), tenant: one.tenant ?? 'shop-a' });
  }
  return bases;
};
