import { describe, expect, it } from 'vitest';
import { entityTags } from '../../../../functions/_kit/http/entity-tags.ts';

describe('entityTags', () => {
  it.each([
    [undefined, undefined],
    ['"7"', ['"7"']],
    ['W/"7"', ['"7"']],
    ['"7", W/"8" ,*', ['"7"', '"8"', '*']],
    ['*', ['*']],
    ['', ['']],
    ['7', ['']],
    ['"7', ['']],
    ['"a\u0001"', ['']],
  ])('reads %j as the versions %j', (header, tags) => {
    expect(entityTags(header)).toEqual(tags);
  });
});
