import { describe, expect, it } from 'vitest';
import { makePorts, type PortsContext } from '../../../functions/_kit/make-ports.ts';
import type { Actor } from '../../../functions/_kit/record.ts';
import type { CommitResult, LoadRequest, PageRequest, Store, StoredAnswer } from '../../../functions/_kit/store.ts';
import { aWorld } from '../../support/world.ts';

type Asked = {
  readonly id?: string;
  readonly actor?: Partial<Actor>;
  readonly key?: PortsContext['key'] | undefined;
  readonly remembered?: CommitResult;
  readonly requestId?: string;
};
const key = { text: 'key-1', asked: { path: '/v1/things', body: { b: 1, a: 2 } } };

/** Ports over a store that keeps what it was asked. */
const somePorts = async (asked: Asked = {}) => {
  const { platform } = await aWorld([]);
  const loads: LoadRequest[] = [];
  const pages: unknown[] = [];
  const kept: [tenant: string, answerKey: string, answer: StoredAnswer][] = [];
  const page = async (of: unknown, { tenant, after, limit }: PageRequest) => {
    pages.push([of, tenant, after, limit]);
    return { items: ['one'], next: 'position 1' };
  };
  const store = {
    load: async (request: LoadRequest) => {
      loads.push(request);
      return { answer: undefined, roots: [], claims: [], vaults: [], holders: [] };
    },
    remember: async (...all: (typeof kept)[number]) => {
      kept.push(all);
      return asked.remembered ?? { status: 'committed' };
    },
    list: page,
    queue: page,
    history: page,
  } as unknown as Store;
  const ports = makePorts({
    platform: {
      ...platform,
      store: () => store,
      audit: (meter) => ({ ...platform.audit(meter), heads: async () => [] }),
    },
    meter: { read: 0, write: 0 },
    contract: { id: asked.id ?? 'doThings', reads: [], writes: [], emits: [], uses: [], ifBroken: '' },
    command: {
      tenant: 'shop-a',
      operation: 'doThings',
      actor: { kind: 'partner', id: 'client-1', roles: [], scopes: [], ...asked.actor },
      requestId: asked.requestId ?? 'req_1',
      callId: 'call-1',
      now: '2026-11-23T08:00:00.000Z',
      wall: '2026-11-23T08:00:00.000Z',
    },
    derivation: new Uint8Array(32).fill(7),
    key: 'key' in asked ? asked.key : key,
    replyOf: (body) => ({ status: 200, body: JSON.stringify(body), contentType: 'application/json' }),
  });
  return { ports, loads, pages, kept };
};
const answerKeyOf = async (asked: Asked = {}, step?: string) => {
  const { ports, loads } = await somePorts(asked);
  await (step === undefined ? ports : ports.under(step)).load({});
  return loads[0]?.answerKey;
};
const person = (id: string) => ({ kind: 'person', id }) as const;
const answer = { status: 409, body: '{}', contentType: 'application/problem+json' };

describe('where an answer is kept', () => {
  it('follows from operation and key, and not from which of a partner’s credentials asked', async () => {
    const usual = await answerKeyOf();
    expect(usual).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await answerKeyOf({ actor: { id: 'client-2' } })).toBe(usual);
    expect(await answerKeyOf({ id: 'doOthers' })).not.toBe(usual);
    expect(await answerKeyOf({ key: { ...key, text: 'key-2' } })).not.toBe(usual);
  });

  it('follows from the person too, for two people may give one key', async () => {
    const one = await answerKeyOf({ actor: person('usr_1') });
    expect(await answerKeyOf({ actor: person('usr_2') })).not.toBe(one);
    expect(await answerKeyOf({ actor: person('usr_1') })).toBe(one);
  });

  it('is another one for each step beside the command itself, also without a key', async () => {
    const places = [
      await answerKeyOf(),
      await answerKeyOf({}, 'alert'),
      await answerKeyOf({}, 'mail'),
      await answerKeyOf({ key: undefined }, 'alert'),
    ];
    expect(new Set(places).size).toBe(4);
  });

  it('is nowhere for an entry without a key', async () => {
    expect(await answerKeyOf({ key: undefined })).toBeUndefined();
  });
});

describe('a refusal under its key', () => {
  const remember = async (asked: Asked = {}) => {
    const { ports, kept } = await somePorts(asked);
    await ports.rememberRefusal(answer);
    return kept;
  };
  it('is kept with a hash of what was asked, whatever the order of its names', async () => {
    const [[tenant, answerKey, stored] = []] = await remember();
    expect([tenant, answerKey]).toEqual(['shop-a', await answerKeyOf()]);
    expect(stored).toEqual({ ...answer, callId: 'call-1', fingerprint: expect.stringMatching(/^[\w-]{22}$/) });
    const reordered = { ...key, asked: { body: { a: 2, b: 1 }, path: '/v1/things' } };
    expect((await remember({ key: reordered }))[0]?.[2].fingerprint).toBe(stored?.fingerprint);
    const other = { ...key, asked: { ...key.asked, path: '/v1/others' } };
    expect((await remember({ key: other }))[0]?.[2].fingerprint).not.toBe(stored?.fingerprint);
  });

  it('is kept nowhere without a key', async () => {
    expect(await remember({ key: undefined })).toEqual([]);
  });

  it('gives way to the answer that stands, and is asked again where it could not be kept', async () => {
    const fingerprint = (await remember())[0]?.[2].fingerprint ?? '';
    const standing = { ...answer, callId: 'call-0', fingerprint };
    const met = (remembered: CommitResult) => remember({ remembered });
    await expect(met({ status: 'answered', answer: standing })).rejects.toMatchObject({ signal: 'answered' });
    const foreign = { ...standing, fingerprint: 'other' };
    await expect(met({ status: 'answered', answer: foreign })).rejects.toMatchObject({ signal: 'key-reused' });
    await expect(met({ status: 'unavailable' })).rejects.toMatchObject({ signal: 'unavailable' });
    await expect(met({ status: 'raced' })).rejects.toMatchObject({ signal: 'raced' });
  });
});

describe('ids', () => {
  it('are the same for the same key, and without a key for the same request', async () => {
    const idFor = async (asked: Asked) => (await somePorts(asked)).ports.newId('pol');
    expect(await idFor({})).toMatch(/^pol_[0-9a-z]{26}$/);
    expect(await idFor({ requestId: 'req_2' })).toBe(await idFor({}));
    const keyless = { key: undefined };
    expect(await idFor({ ...keyless, requestId: 'req_2' })).not.toBe(await idFor(keyless));
    expect(await idFor({ ...keyless })).toBe(await idFor(keyless));
  });

  it('and keyed hashes tell names and values apart', async () => {
    const { ports } = await somePorts();
    expect(ports.idFrom('dsb', 'pol_1')).not.toBe(ports.idFrom('dsb', 'pol_2'));
    const hashes = [ports.keyed('order', '1'), ports.keyed('order', '2'), ports.keyed('device', '1')];
    expect(new Set(hashes).size).toBe(3);
    for (const hash of hashes) expect(hash).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});

describe('personal data', () => {
  it('are sealed for one customer of one tenant', async () => {
    const { ports } = await somePorts();
    const wrapped = await ports.newKey('cus_1');
    const sealed = await ports.seal(wrapped, 'cus_1', { name: '王小明' });
    expect(await ports.open(wrapped, 'cus_1', sealed)).toEqual({ name: '王小明' });
    await expect(ports.open(wrapped, 'cus_2', sealed)).rejects.toThrow();
  });
});

describe('lists', () => {
  it('go on where the cursor says, and give the next one', async () => {
    const { ports, pages } = await somePorts();
    const first = await ports.list('policy', { limit: 10 });
    expect(first.items).toEqual(['one']);
    await ports.list('policy', { cursor: first.next, limit: 10 });
    await ports.queue('claims', { limit: 5 });
    await ports.history({ kind: 'policy', id: 'pol_1' }, { limit: 7 });
    expect(pages).toEqual([
      ['policy', 'shop-a', undefined, 10],
      ['policy', 'shop-a', 'position 1', 10],
      ['claims', 'shop-a', undefined, 5],
      [{ kind: 'policy', id: 'pol_1' }, 'shop-a', undefined, 7],
    ]);
  });

  it('refuse the cursor of another list, of another aggregate and of another operation', async () => {
    const { ports } = await somePorts();
    const { next: cursor } = await ports.list('policy', { limit: 10 });
    const refusal = {
      refused: { code: 'invalid-request', errors: [{ pointer: '/query/cursor', code: 'invalid' }] },
    };
    await expect(ports.list('claim' as never, { cursor, limit: 10 })).rejects.toMatchObject(refusal);
    await expect((await somePorts({ id: 'other' })).ports.list('policy', { cursor, limit: 1 })).rejects.toMatchObject(
      refusal,
    );
    const { next } = await ports.history({ kind: 'policy', id: 'pol_1' }, { limit: 1 });
    const elsewhere = ports.history({ kind: 'policy', id: 'pol_2' }, { cursor: next, limit: 1 });
    await expect(elsewhere).rejects.toMatchObject(refusal);
  });

  it('show an aggregate that nobody has audited yet as one without a head', async () => {
    const { ports } = await somePorts();
    const head = await ports.auditedHead({ kind: 'policy', id: 'pol_1' });
    expect(head).toEqual({ aggregate: 'policy', id: 'pol_1', seq: 0, hash: null, position: 0 });
  });
});
