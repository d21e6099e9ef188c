import { describe, expect, it } from 'vitest';
import { onceFor } from '../../../domain/shared/once-for.ts';

describe('onceFor', () => {
  it('makes one thing for each document, even where there is nothing to make', () => {
    const made: string[] = [];
    const lengthOf = onceFor(({ name }: { readonly name: string }) => {
      made.push(name);
      return name === '' ? undefined : name.length;
    });
    const [first, empty] = [{ name: 'return-freight' }, { name: '' }];
    expect([lengthOf(first), lengthOf(first), lengthOf(empty), lengthOf(empty)]).toEqual([
      14,
      14,
      undefined,
      undefined,
    ]);
    expect(made).toEqual(['return-freight', '']);
    // Another document is another thing, whatever it says.
    expect([lengthOf({ name: 'return-freight' }), made.length]).toEqual([14, 3]);
  });
});
