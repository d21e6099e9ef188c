import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadEntries } from '../../../local/entries.ts';
import { startBindery } from '../../support/bindery.ts';
import { operations } from '../../support/held/document.ts';

const dataFolder = await mkdtemp(join(tmpdir(), 'bindery-routes-'));
const bindery = await startBindery({ port: 0, providerPort: 0, dataFolder, say: () => undefined, programs: [] });
afterAll(async () => {
  await bindery.stop();
  await rm(dataFolder, { recursive: true });
});

const { endpoints } = await loadEntries();
const named = [...operations.values()].map((operation) => [operation.operationId, operation] as const);
/** A path with something in each of its places. */
const pathOf = (path: string): string => path.replace(/\{\w+\}/g, 'x');

// The same for the gateway of the cloud stands in tests/infra/front-door.test.ts.
describe('the routes of the local server', () => {
  it('are as many as the operations of the document, by the same names', () => {
    const ids = endpoints.map(({ contract }) => contract.id);
    expect(ids.toSorted()).toEqual([...operations.keys()].toSorted());
  });

  it.each(named)('lead to %s with its method, and say which one it is to any other', async (_id, { method, path }) => {
    const url = `${bindery.url}${pathOf(path)}`;
    const answer = await fetch(url, { method });
    expect(answer.status).not.toBe(405);
    const other = await fetch(url, { method: 'DELETE' });
    expect([other.status, other.headers.get('allow')?.includes(method)]).toEqual([405, true]);
  });

  it.each(
    named.filter(([, { responses }]) => JSON.stringify(responses['400']?.content ?? {}).includes('malformed-url')),
  )('refuse a URL that is no text: %s', async (_id, { method, path }) => {
    const answer = await fetch(`${bindery.url}${pathOf(path)}?x=%ff`, { method });
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'malformed-url']);
  });
});
