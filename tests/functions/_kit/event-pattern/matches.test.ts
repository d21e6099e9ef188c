import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../functions/_kit/event-pattern/faults.ts';
import { parseJson } from '../../../../functions/_kit/event-pattern/json.ts';
import { matches } from '../../../../functions/_kit/event-pattern/matches.ts';

type Pattern = Record<string, unknown>;

/** Each case as it is written: a pattern, events that go to its rule, and events that do not. */
type Case = readonly [says: string, pattern: string, fits: readonly string[], others: readonly string[]];

const exact: readonly Case[] = [
  ['a text', '{"a":["x"]}', ['{"a":"x"}'], ['{"a":"X"}', '{"a":"xy"}', '{"a":{"x":1}}']],
  ['one of several', '{"a":["x","y"]}', ['{"a":"y"}'], ['{"a":"z"}']],
  ['all fields at once', '{"a":["x"],"b":["y"]}', ['{"a":"x","b":"y"}'], ['{"a":"x"}', '{"a":"x","b":"z"}']],
  ['a nested field', '{"a":{"b":["x"]}}', ['{"a":{"b":"x"}}'], ['{"a":"x"}', '{"b":"x"}', '{"a":{"c":"x"}}']],
  ['any element of a list', '{"a":["x"]}', ['{"a":["w","x"]}'], ['{"a":["w"]}', '{"a":[]}']],
  ['nothing where the field is missing', '{"a":["x"]}', [], ['{}', '{"b":"x"}']],
  ['null, which is not empty', '{"a":[null]}', ['{"a":null}'], ['{"a":""}', '{}', '{"a":"null"}']],
  ['empty, which is not null', '{"a":[""]}', ['{"a":""}'], ['{"a":null}', '{}']],
  ['truth, which is no text', '{"a":[true]}', ['{"a":true}'], ['{"a":"true"}', '{"a":false}', '{"a":1}']],
  ['a number by its text', '{"a":[300]}', ['{"a":300}'], ['{"a":300.0}', '{"a":3.0e2}', '{"a":"300"}']],
  ['a number with its noughts', '{"a":[300.0]}', ['{"a":300.0}'], ['{"a":300}']],
  ['no name that every object has', '{"constructor":["x"]}', ['{"constructor":"x"}'], ['{}']],
];

const texts: readonly Case[] = [
  ['a prefix', '{"a":[{"prefix":"eu-"}]}', ['{"a":"eu-central-1"}'], ['{"a":"us-eu-"}', '{"a":"EU-"}', '{"a":5}']],
  ['a suffix', '{"a":[{"suffix":".png"}]}', ['{"a":"x.png"}'], ['{"a":"x.PNG"}', '{"a":".pngx"}']],
  ['a text in any case', '{"a":[{"equals-ignore-case":"Alice"}]}', ['{"a":"aLICE"}'], ['{"a":"alicea"}', '{"a":1}']],
  ['a prefix in any case', '{"a":[{"prefix":{"equals-ignore-case":"EU-"}}]}', ['{"a":"eu-1"}'], ['{"a":"us-1"}']],
  ['a suffix in any case', '{"a":[{"suffix":{"equals-ignore-case":".PNG"}}]}', ['{"a":"x.png"}'], ['{"a":"x.jpg"}']],
  [
    'a wildcard',
    '{"a":[{"wildcard":"dir/*.png"}]}',
    ['{"a":"dir/a/b.png"}', '{"a":"dir/.png"}'],
    ['{"a":"x/dir/a.png"}'],
  ],
  ['several stars', '{"a":[{"wildcard":"*a*b*"}]}', ['{"a":"xxaxxabx"}', '{"a":"ab"}'], ['{"a":"ba"}', '{"a":""}']],
  ['a star that is meant', '{"a":[{"wildcard":"a\\\\*b"}]}', ['{"a":"a*b"}'], ['{"a":"axb"}', '{"a":"a\\\\*b"}']],
  ['a backslash that is meant', '{"a":[{"wildcard":"a\\\\\\\\*"}]}', ['{"a":"a\\\\b"}'], ['{"a":"ab"}']],
];

const negations: readonly Case[] = [
  ['anything but a text', '{"a":[{"anything-but":"x"}]}', ['{"a":"y"}', '{"a":1}', '{"a":null}'], ['{"a":"x"}']],
  ['nothing where the field is absent', '{"a":[{"anything-but":"x"}]}', [], ['{}', '{"b":"y"}']],
  ['anything but a number', '{"a":[{"anything-but":123}]}', ['{"a":"123"}', '{"a":5}'], ['{"a":123}']],
  ['anything but a list', '{"a":[{"anything-but":["x","y"]}]}', ['{"a":"z"}'], ['{"a":"x"}', '{"a":"y"}']],
  ['anything but a prefix', '{"a":[{"anything-but":{"prefix":"eu"}}]}', ['{"a":"us"}'], ['{"a":"eu-1"}', '{}']],
  ['but prefixes', '{"a":[{"anything-but":{"prefix":["eu","us"]}}]}', ['{"a":"cn"}'], ['{"a":"eu-1"}', '{"a":"us-1"}']],
  ['anything but a suffix', '{"a":[{"anything-but":{"suffix":".png"}}]}', ['{"a":"a.jpg"}'], ['{"a":"a.png"}']],
  [
    'but in any case',
    '{"a":[{"anything-but":{"equals-ignore-case":["X","y"]}}]}',
    ['{"a":"z"}'],
    ['{"a":"x"}', '{"a":"Y"}'],
  ],
  [
    'anything but a wildcard',
    '{"a":[{"anything-but":{"wildcard":"*/lib/*"}}]}',
    ['{"a":"x/src"}'],
    ['{"a":"x/lib/y"}'],
  ],
  ['some other element', '{"a":[{"anything-but":"x"}]}', ['{"a":["x","y"]}'], ['{"a":["x"]}', '{"a":[]}']],
];

const ranges: readonly Case[] = [
  ['a range', '{"a":[{"numeric":[">",10,"<=",20]}]}', ['{"a":10.01}', '{"a":20}'], ['{"a":10}', '{"a":20.01}']],
  ['what is at least', '{"a":[{"numeric":[">=",-1]}]}', ['{"a":-1}', '{"a":5e3}'], ['{"a":-1.1}']],
  ['what is less', '{"a":[{"numeric":["<",0]}]}', ['{"a":-0.1}'], ['{"a":0}']],
  [
    'a number however it is written',
    '{"a":[{"numeric":["=",5]}]}',
    ['{"a":5}', '{"a":5.0}'],
    ['{"a":"5"}', '{"a":null}'],
  ],
  [
    'a block of v4',
    '{"a":[{"cidr":"10.0.0.0/24"}]}',
    ['{"a":"10.0.0.255"}'],
    ['{"a":"10.0.1.0"}', '{"a":"::1"}', '{"a":1}'],
  ],
  [
    'a block of v6',
    '{"a":[{"cidr":"2001:db8::/32"}]}',
    ['{"a":"2001:db8::1"}'],
    ['{"a":"2001:db9::1"}', '{"a":"10.0.0.1"}'],
  ],
  ['what is there', '{"a":[{"exists":true}]}', ['{"a":1}', '{"a":null}', '{"a":""}'], ['{}', '{"a":{}}']],
  ['what is not there', '{"a":[{"exists":false}]}', ['{}', '{"b":1}'], ['{"a":null}', '{"a":0}']],
  ['what is not there below', '{"a":{"b":[{"exists":false}]}}', ['{}', '{"a":{}}'], ['{"a":{"b":1}}']],
  ['what is absent or so', '{"a":["x",{"exists":false}]}', ['{}', '{"a":"x"}'], ['{"a":"y"}']],
];

const combined: readonly Case[] = [
  [
    'either of two fields',
    '{"$or":[{"a":["x"]},{"b":["y"]}]}',
    ['{"a":"x"}', '{"b":"y","a":"z"}'],
    ['{"a":"y","b":"x"}'],
  ],
  [
    'a field and either',
    '{"c":["z"],"$or":[{"a":["x"]},{"b":["y"]}]}',
    ['{"c":"z","b":"y"}'],
    ['{"b":"y"}', '{"c":"z"}'],
  ],
  [
    'either, below',
    '{"d":{"$or":[{"a":["x"]},{"b":[{"numeric":[">",1]}]}]}}',
    ['{"d":{"b":2}}'],
    ['{"b":2}', '{"d":{"b":1}}'],
  ],
  [
    'either within either',
    '{"$or":[{"a":["x"]},{"$or":[{"b":["y"]},{"c":["z"]}]}]}',
    ['{"c":"z"}', '{"a":"x"}'],
    ['{"c":"y"}'],
  ],
  ['a field that is called so', '{"$or":["x"]}', ['{"$or":"x"}'], ['{"a":"x"}']],
  [
    'what stands in one element of a list, and not in two',
    '{"a":{"b":[1],"c":[2]}}',
    ['{"a":[{"b":1,"c":2},{"b":3,"c":4}]}', '{"a":[{"b":3,"c":4},{"b":1,"c":2}]}'],
    ['{"a":[{"b":1,"c":4},{"b":3,"c":2}]}'],
  ],
  [
    'what does not stand together',
    '{"a":{"b":[1],"c":[4]}}',
    ['{"a":[{"b":1,"c":4}]}'],
    ['{"a":[{"b":1,"c":2},{"b":3,"c":4}]}'],
  ],
  [
    'elements of lists in elements of lists',
    '{"a":{"b":{"c":[1],"d":[2]},"e":[3]}}',
    ['{"a":[{"e":9},{"e":3,"b":[{"c":0},{"c":1,"d":2}]}]}'],
    ['{"a":[{"e":3,"b":[{"c":1},{"d":2}]}]}', '{"a":[{"e":9,"b":[{"c":1,"d":2}]},{"e":3}]}'],
  ],
  [
    'elements of different lists freely',
    '{"a":{"b":[1]},"c":{"d":[2]}}',
    ['{"a":[{"b":0},{"b":1}],"c":[{"d":2}]}'],
    [],
  ],
];

const families = { exact, texts, negations, ranges, combined };

describe.each(Object.entries(families))('EventBridge matches (%s)', (_name, cases) => {
  it.each(cases)('%s', (_says, pattern, fits, others) => {
    const read = parseJson(pattern) as Pattern;
    expect(faultsOf(read)).toEqual([]);
    for (const event of fits) expect(matches(read, parseJson(event)), event).toBe(true);
    for (const event of others) expect(matches(read, parseJson(event)), event).toBe(false);
  });
});

describe('a match', () => {
  const all = Object.values(families).flat();
  const everyEvent = all.flatMap(([, pattern, fits, others]) => [...fits, ...others].map((event) => [pattern, event]));
  const extra = fc.dictionary(fc.stringMatching(/^zz[a-z]{1,5}$/), fc.jsonValue(), { maxKeys: 4 });
  const grown = (value: unknown, more: Record<string, unknown>): unknown =>
    typeof value === 'object' && value !== null && value.constructor === Object
      ? { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, grown(one, more)])), ...more }
      : Array.isArray(value)
        ? value.map((one) => grown(one, more))
        : value;

  it('does not change with fields that the pattern does not name, at any depth', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyEvent), extra, ([pattern = '', event = ''], more) => {
        const read = parseJson(pattern) as Pattern;
        const told = parseJson(event);
        expect(matches(read, grown(told, more))).toBe(matches(read, told));
      }),
      { numRuns: 2_000 },
    );
  });
  it('of a list of exact values is membership, whatever the values', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(scalar, { minLength: 1 }), scalar, (list, value) => {
        expect(matches({ a: list }, { a: value })).toBe(list.includes(value));
      }),
    );
  });
  it('of a wildcard is that of a regular expression with the same stars', () => {
    const word = fc.stringMatching(/^[ab*]{0,8}$/).map((text) => text.replaceAll(/\*+/g, '*'));
    fc.assert(
      fc.property(word, fc.stringMatching(/^[ab]{0,10}$/), (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
        expect(matches({ a: [{ wildcard: pattern }] }, { a: text })).toBe(expression.test(text));
      }),
      { numRuns: 3_000 },
    );
  });
});
