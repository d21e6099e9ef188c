import { describe, expect, it } from 'vitest';
import type { Inbox } from '../../../functions/_kit/services.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { loadEntries } from '../../../local/entries.ts';
import { memoryInbox } from '../../support/inboxes.ts';
import { askOf } from './asks.ts';
import { aFilledBook, type Ids, missingIds } from './filled-book.ts';

const { endpoints } = await loadEntries();
/** Operations about a thing of one tenant: by their path, or by their body. */
const about = endpoints.filter(
  ({ contract }) =>
    /\{(?!tenantId|number|productId)\w+\}/.test(contract.path) ||
    ['bindPolicy', 'bindBasket', 'verifyPolicy'].includes(contract.id),
);
const objects = ['policyId', 'basketId', 'customerId', 'claimId', 'alertId', 'statementId', 'unmatchedId'] as const;

/** Counts what goes to the table, and to the inbox: which commands, and about how many items each. */
const counting = () => {
  const seen: string[] = [];
  const { inbox } = memoryInbox();
  const counted: Inbox = {
    ...inbox,
    read: (name) => {
      seen.push('read of the inbox');
      return inbox.read(name);
    },
  };
  const sizeOf = (input: object): number => JSON.stringify(input).split('"pk"').length - 1;
  const through = (client: TableClient): TableClient => ({
    send: (command) => {
      seen.push(`${command.constructor.name} of ${sizeOf(Object(command).input)}`);
      return client.send(command);
    },
  });
  return { through, inbox: counted, take: () => seen.splice(0) };
};

const table = counting();
const book = await aFilledBook({ through: table.through, services: { inbox: table.inbox } });
const missing = missingIds(book.ids);
// A tenant's secret is read once and then kept, whatever is asked for.
await book.platform.tenants.derivation('shop-b');

/** An answer with the ids that were asked for taken out, and what it cost at the table. */
const seen = async (operation: string, ids: Ids, change: object = {}) => {
  const endpoint = endpoints.find(({ contract }) => contract.id === operation);
  if (endpoint === undefined) throw new Error(`There is no ${operation}.`);
  const asked = await askOf(book, endpoint, ids, 'shop-b');
  table.take();
  const answer = await book.call(operation, {
    ...{ ...asked, ...change },
    key: 'one-key-for-both',
    headers: { ...asked.headers, 'x-request-id': 'request-1' },
  });
  const bare = (text: string) => Object.values(ids).reduce((all, id) => all.replaceAll(id, '{id}'), text);
  // What is left of a limit counts down with every request, whatever it asks for.
  const { ratelimit: _left, ...headers } = answer.headers;
  return { status: answer.status, text: bare(answer.text), headers, commands: table.take() };
};

describe('what belongs to another tenant', () => {
  it.each(about.map(({ contract }) => contract.id))('looks and costs like what nobody has: %s', async (id) => {
    const foreign = await seen(id, book.ids);
    const nobody = await seen(id, missing);
    expect(foreign).toEqual(nobody);
    expect(foreign.status).toBe(id === 'verifyPolicy' ? 200 : 404);
    expect(foreign.commands.length).toBeGreaterThan(0);
  });

  it.each(['if-match', 'if-none-match'])('does not show by its version, asked for by %s', async (name) => {
    for (const { contract } of about.filter(
      (one) => one.contract.body === undefined || one.contract.writes.length > 0,
    )) {
      for (const tag of ['"1"', '*']) {
        const of = (ids: Ids) => seen(contract.id, ids, { headers: { [name]: tag, 'x-request-id': 'request-1' } });
        expect([contract.id, await of(book.ids)]).toEqual([contract.id, await of(missing)]);
      }
    }
  });

  it.each(['getHistory', 'getProof'].flatMap((id) => objects.map((object) => [id, object] as const)))(
    'has no history either: %s of %s',
    async (id, object) => {
      const of = (ids: Ids) => seen(id, ids, { params: { objectId: ids[object] } });
      const foreign = await of(book.ids);
      expect(foreign).toEqual(await of(missing));
      expect(foreign.status).toBe(404);
    },
  );

  it('is there for its own tenant, so that the comparison means something', async () => {
    for (const endpoint of about.filter(({ contract }) => contract.method === 'GET')) {
      const answer = await book.call(endpoint.contract.id, await askOf(book, endpoint, book.ids));
      expect([endpoint.contract.id, answer.status]).toEqual([endpoint.contract.id, 200]);
    }
  });

  it('is refused in a malformed id before anything is read, whoever has what', async () => {
    for (const { contract } of about.filter(({ contract: { path } }) => path.includes('Id}'))) {
      const endpoint = endpoints.find((one) => one.contract.id === contract.id);
      if (endpoint === undefined || contract.caller === 'public') continue;
      const asked = await askOf(book, endpoint, missing, 'shop-b');
      for (const form of [(id: string) => `${id}0`, (id: string) => id.toUpperCase(), () => "x' OR 1=1"]) {
        const params = Object.fromEntries(Object.entries(asked.params ?? {}).map(([name, id]) => [name, form(id)]));
        table.take();
        const answer = await book.call(contract.id, { ...asked, params });
        expect([contract.id, answer.status, table.take()]).toEqual([contract.id, 422, []]);
      }
    }
  });
});

/** A timed comparison is for a quiet machine: it is asked for. */
const isTimed = process.env['BINDERY_TIMING'] === 'yes';
const pairs = 400;
const medianOf = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

describe.runIf(isTimed)('the time of an answer', () => {
  it.each(about.map(({ contract }) => contract.id))('does not tell foreign from missing: %s', async (id) => {
    const took = { foreign: [] as number[], missing: [] as number[] };
    const once = async (ids: Ids): Promise<number> => {
      const begun = performance.now();
      await seen(id, ids);
      return performance.now() - begun;
    };
    for (let pair = 0; pair < pairs; pair += 1) {
      const order = pair % 2 === 0 ? (['foreign', 'missing'] as const) : (['missing', 'foreign'] as const);
      for (const which of order) took[which].push(await once(which === 'foreign' ? book.ids : missing));
    }
    const [foreign, nobody] = [medianOf(took.foreign), medianOf(took.missing)];
    console.log(`${id}: foreign ${(foreign * 1000).toFixed(0)} µs, missing ${(nobody * 1000).toFixed(0)} µs`);
    expect(Math.abs(foreign - nobody) / nobody).toBeLessThan(0.2);
  });
});
