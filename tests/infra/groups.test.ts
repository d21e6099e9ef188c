import { describe, expect, it } from 'vitest';
import { capability } from '../../functions/_kit/contract.ts';
import { groupsOf } from '../../infra/groups.ts';
import { letters } from './fixture.ts';

const idsByName = Object.fromEntries(
  groupsOf([letters]).map(({ name, entries }) => [name, entries.map(({ id }) => id)]),
);

describe('groupsOf', () => {
  it('lets endpoints of one capability and one kind of caller share a function, and no others', () => {
    expect(idsByName).toMatchObject({
      'letters-partner': ['writeLetter', 'listLetters'],
      'letters-public': ['checkSeal'],
    });
  });
  it('gives a function of its own to an endpoint that asks for one, to each subscriber and to each schedule', () => {
    expect(idsByName).toMatchObject({
      'price-letter': ['priceLetter'],
      'carry-letter': ['carryLetter'],
      'file-letter': ['fileLetter'],
      'empty-box': ['emptyBox'],
    });
  });
  it('refuses an id that is used twice', () => {
    const again = capability('parcels', { schedules: { emptyBox: letters.schedules.emptyBox } });
    expect(() => groupsOf([letters, again])).toThrow('empty-box');
  });
});
