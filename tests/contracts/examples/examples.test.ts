import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../../local/entries.ts';
import { changedIn } from './kept.ts';
import { record } from './recording.ts';

const examples = await record();
const { endpoints } = await loadEntries();

describe('the examples of the reference', () => {
  it('show every operation as it succeeds', () => {
    expect(examples.map(({ operation }) => operation).toSorted()).toEqual(
      endpoints.map(({ contract }) => contract.id).toSorted(),
    );
    for (const { operation, response } of examples)
      expect([operation, response.status]).toEqual([
        operation,
        endpoints.find(({ contract }) => contract.id === operation)?.contract.success,
      ]);
  });
  it('are what the platform answers today (else: npm run examples, then npm run generate)', () => {
    expect(changedIn(examples).map(({ path }) => path)).toEqual([]);
  });
  it('differ where an answer says something else, and do not where it is signed anew', () => {
    const [example] = examples.filter(({ operation }) => operation === 'issueToken');
    if (example === undefined) throw new Error('There is no token.');
    const answering = (change: object) => ({
      ...example,
      response: { ...example.response, body: { ...Object(example.response.body), ...change } },
    });
    expect(changedIn([answering({ expires_in: 301 })])).toHaveLength(1);
    expect(changedIn([answering({ access_token: `eyJ${'a'.repeat(40)}.b.c` })])).toEqual([]);
  });
});
