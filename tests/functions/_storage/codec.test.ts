import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  answerItem,
  bytesOf,
  deflate,
  readAnswer,
  readRecord,
  readRoot,
  recordItem,
  stateAttributes,
} from '../../../functions/_storage/codec.ts';
import { dictionary } from '../../../functions/_storage/dictionary.ts';

const answer = {
  fingerprint: 'asked',
  status: 201,
  body: '{"name":"王小明"}',
  contentType: 'application/json',
  callId: 'call-1',
};
const hash = '0a'.repeat(32);
const bound = { type: 'policy.bound', data: { terms: { gross: 13962 } } };
const record = { seq: 1, events: [bound] } as never;
const root = { kind: 'policy', id: 'pol_1' } as const;
const stateItem = {
  v: 3,
  h: Buffer.from(hash, 'hex'),
  at: '2026-11-23T09:00:00.000Z',
  ca: '2026-11-23T08:00:00.000Z',
  due: '2026-11-24T08:00:00.000Z',
  s: { premium: 'paid' },
};

describe('bytes that were squeezed', () => {
  it('come back as they were, and so do those from before there was a dictionary', () => {
    const text = '{"operation":"bindPolicy","name":"王小明"}';
    expect(deflate.expand(deflate.squeeze(text))).toBe(text);
    expect(deflate.expand(deflateRawSync(text, { level: 9 }))).toBe(text);
  });

  it('need this very dictionary for ever', () => {
    // sha256sum of the text; whoever changes it makes every record unreadable that was written with it.
    expect(createHash('sha256').update(dictionary).digest('hex')).toBe(
      'c291a70e001b0ddb6dd46f03d4073a086fe997bb7591c00ba6a6c6d50a813632',
    );
  });
});

describe('an answer in the table', () => {
  it('comes back byte for byte, deflated, with its type only where it is not JSON', () => {
    const item = answerItem(answer);
    expect(item).toEqual({ f: 'asked', c: 201, b: expect.any(Uint8Array), r: 'call-1' });
    expect(readAnswer(item)).toEqual(answer);
    const problem = { ...answer, contentType: 'application/problem+json' };
    expect(answerItem(problem)['t']).toBe('application/problem+json');
    expect(readAnswer(answerItem(problem))).toEqual(problem);
    expect(readAnswer(undefined)).toBeUndefined();
  });
});

describe('a record in the table', () => {
  it('comes back with its hash', () => {
    expect(readRecord(recordItem(record, hash))).toEqual({ record, hash });
  });
  it('is refused where its bytes are missing', () => {
    expect(() => bytesOf('text')).toThrow('lacks its bytes');
  });
});

describe('a state in the table', () => {
  it('is kept without what its first record fixes, and without absent fields', () => {
    const state = { terms: { gross: 1 }, premium: 'paid', reference: undefined };
    expect(stateAttributes('policy', state)).toEqual({ premium: 'paid' });
    expect(stateAttributes('claim', state)).toEqual({ terms: { gross: 1 }, premium: 'paid' });
  });

  it('comes back with what its first record fixes', () => {
    expect(readRoot(root, stateItem, recordItem(record, hash))).toEqual({
      id: 'pol_1',
      seq: 3,
      head: hash,
      recordedAt: '2026-11-23T09:00:00.000Z',
      createdAt: '2026-11-23T08:00:00.000Z',
      due: '2026-11-24T08:00:00.000Z',
      state: { premium: 'paid', terms: { gross: 13962 } },
    });
  });

  it('begins at sequence 0 where there is none, so that its first record is number 1', () => {
    expect(readRoot(root, undefined, undefined)).toMatchObject({ id: 'pol_1', seq: 0, head: null, state: undefined });
  });

  it('is read again where it was seen before its first record', () => {
    expect(() => readRoot(root, stateItem, undefined)).toThrow(expect.objectContaining({ signal: 'raced' }));
  });

  it('needs no first record where nothing is fixed by one', () => {
    const alert = readRoot({ kind: 'alert', id: 'alr_1' }, stateItem, undefined);
    expect(alert.state).toEqual({ premium: 'paid' });
  });
});
