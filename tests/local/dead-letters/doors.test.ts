import { describe, expect, it } from 'vitest';
import { deadLetterLevers, deadLetterPages, personHere } from '../../../local/dead-letters/doors.ts';
import { fileLetters } from '../../../local/dead-letters/file-letters.ts';
import { doorsOf } from '../../../local/server/doors.ts';
import { aLine } from './fixture.ts';

const aMachine = () => {
  const letters = [aLine('clm_1.1.1'), aLine('clm_2.1.1')];
  const file = { letters, notes: [], keep: async () => undefined, note: async () => undefined };
  const bus = { knows: () => true, giveTo: () => true };
  const port = fileLetters({ file, bus, now: () => '2026-11-23T09:00:00.000Z' }).letters;
  const doors = doorsOf({
    isReady: async () => true,
    shown: {},
    pages: deadLetterPages(port),
    told: deadLetterLevers(port, () => 'kim'),
  });
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const all = {
      host: 'localhost:8787',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const answer = await doors(method, { path, headers: all, body: JSON.stringify(body) ?? '' });
    return { status: answer?.statusCode, body: JSON.parse(String(answer?.body)) };
  };
  return { ask, doors, port };
};
const root = '/ops/dead-letters';

describe('the doors of dead letters', () => {
  it('show the list with all that a line of the file holds, how many there are, and each by its id', async () => {
    const { ask } = aMachine();
    const { status, body } = await ask('GET', root);
    expect(status).toBe(200);
    expect(body).toMatchObject([aLine('clm_1.1.1'), aLine('clm_2.1.1')]);
    expect(await ask('GET', `${root}/${body[1].id}`)).toEqual({ status: 200, body: body[1] });
    expect((await ask('GET', `${root}/counts`)).body).toMatchObject([{ count: 2 }]);
    expect(await ask('GET', `${root}/adjudicate-claim.0`)).toMatchObject({ status: 404 });
  });

  it('replay and drop, and show what was decided by whom', async () => {
    const { ask } = aMachine();
    const [first, second] = (await ask('GET', root)).body;
    expect(await ask('POST', `${root}/replay`, { id: first.id })).toMatchObject({
      status: 200,
      body: { status: 'replayed' },
    });
    const dropped = await ask('POST', `${root}/drop`, { id: second.id, reason: 'a test of ours' });
    expect(dropped).toMatchObject({ status: 200, body: { status: 'dropped' } });
    expect((await ask('GET', root)).body).toEqual([]);
    expect((await ask('GET', `${root}/settled`)).body).toMatchObject([
      { id: second.id, how: 'dropped', who: 'kim', why: 'a test of ours' },
      { id: first.id, how: 'replayed', who: 'kim' },
    ]);
  });

  it.each(['DELETE', 'PUT', 'PATCH'])('show nothing to a %s, which nobody may take for a deed', async (method) => {
    const { ask, doors } = aMachine();
    const [{ id }] = (await ask('GET', root)).body;
    const request = { path: `${root}/${id}`, headers: { host: 'localhost:8787' }, body: '' };
    expect(await doors(method, request)).toBeUndefined();
    expect((await ask('GET', root)).body).toHaveLength(2);
  });

  it('say by their status what was not done', async () => {
    const { ask } = aMachine();
    const [first] = (await ask('GET', root)).body;
    expect(await ask('POST', `${root}/replay`, { id: 'nothing' })).toMatchObject({ status: 404 });
    expect(await ask('POST', `${root}/drop`, { id: first.id, reason: 'short' })).toMatchObject({
      status: 422,
      body: { status: 'reason-too-short', shortest: 10 },
    });
    expect(await ask('POST', `${root}/drop`, { id: first.id })).toMatchObject({ status: 422 });
    expect(await ask('POST', `${root}/replay`, { id: first.id, all: true })).toMatchObject({ status: 422 });
    await ask('POST', `${root}/replay`, { id: first.id });
    expect(await ask('POST', `${root}/replay`, { id: first.id })).toMatchObject({
      status: 409,
      body: { status: 'already-settled', settled: { who: 'kim' } },
    });
  });

  it('are closed to another name, to a page of elsewhere and to a form', async () => {
    const { ask, port } = aMachine();
    const [first] = (await ask('GET', root)).body;
    const evil = { host: 'evil.example' };
    const elsewhere = { origin: 'https://evil.example' };
    for (const headers of [evil, elsewhere, { origin: 'null' }, { origin: 'http://localhost:9999' }]) {
      expect(await ask('GET', root, undefined, headers)).toMatchObject({ status: 403 });
      expect(await ask('POST', `${root}/replay`, { id: first.id }, headers)).toMatchObject({ status: 403 });
    }
    const form = { 'content-type': 'text/plain' };
    expect(await ask('POST', `${root}/replay`, { id: first.id }, form)).toMatchObject({ status: 415 });
    expect(await port.list()).toHaveLength(2);
    const own = { origin: 'http://localhost:8787' };
    expect(await ask('POST', `${root}/replay`, { id: first.id }, own)).toMatchObject({ status: 200 });
  });

  it('know whoever sits here by a name', () => {
    expect(personHere()).toMatch(/^\S.* at this machine$/);
  });
});
