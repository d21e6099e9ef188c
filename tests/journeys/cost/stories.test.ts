import { describe, expect, it } from 'vitest';
import { type Flow, stories } from '../../../infra/cost/flows.ts';
import { measure } from './measure.ts';

/** Digits of a time make a line a few bytes longer or shorter; everything else is counted. */
const withoutBytes = ({ operations, recordedBytes: _bytes, ...rest }: Flow) => ({
  ...rest,
  operations: Object.fromEntries(
    Object.entries(operations).map(([operation, { logBytes: _own, ...counted }]) => [operation, counted]),
  ),
});
const bytesOf = ({ operations, recordedBytes }: Flow): number =>
  Object.values(operations).reduce((all, { logBytes }) => all + logBytes, recordedBytes);

describe.each(['policy', 'claim'] as const)('the story of a %s', (name) => {
  it('costs what the page about cost says', async () => {
    const told = await measure(name);
    expect(withoutBytes(told)).toEqual(withoutBytes(stories[name]));
    expect(Math.abs(bytesOf(told) / bytesOf(stories[name]) - 1)).toBeLessThan(0.05);
  }, 60_000);
});
