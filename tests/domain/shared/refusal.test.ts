import { describe, expect, it } from 'vitest';
import { pick, type RefusalCatalogue } from '../../../domain/shared/refusal.ts';

const entry = (title: string) =>
  ({ kind: 'conflict', title, titleZh: title, happened: title, remedy: title, example: {} }) as const;
const catalogue = { first: entry('first'), second: entry('second'), third: entry('third') } satisfies RefusalCatalogue;

describe('pick', () => {
  it('takes the named refusals and no others', () => {
    expect(pick(catalogue, 'first', 'third')).toEqual({ first: catalogue.first, third: catalogue.third });
  });

  it('takes none when none is named', () => {
    expect(pick(catalogue)).toEqual({});
  });
});
