import fc from 'fast-check';

/** A place in the table with a name of its own, which the sort keys of the indexes end with. */
export type Place = { readonly pk: string; readonly sk: string };

const policy = 'T#@#POL#p1';
/** One of each kind of key that the adapter writes, several in one partition, two outside of ASCII. */
export const places: readonly Place[] = [
  { pk: policy, sk: 'STATE' },
  { pk: policy, sk: 'OP#0000000001' },
  { pk: policy, sk: 'OP#0000000002' },
  { pk: policy, sk: 'OP#0000000003' },
  { pk: policy, sk: 'CLM#001' },
  { pk: policy, sk: '\uffee' },
  { pk: policy, sk: '😀' },
  { pk: 'T#@#POL#p2', sk: 'STATE' },
  { pk: 'T#@#ONE#h', sk: 'ONE' },
  { pk: 'DUE#@#0', sk: '2026-11-23T08:00:00.000Z#t#p1' },
  { pk: 'DUE#@#0', sk: '2026-11-23T08:00:00.000Z#t#p2' },
];
export const place = fc.constantFrom(...places);

export const indexes = [
  { IndexName: 'listing', pk: 'L', sk: 'LS', partition: 'T#@#LIST#policy#0' },
  { IndexName: 'queue', pk: 'Q', sk: 'QS', partition: 'T#@#QUEUE#claims' },
  { IndexName: 'recorded', pk: 'R', sk: 'RS', partition: 'REC#@#0' },
] as const;

export const instant = fc.constantFrom('2026-11-23T08:00:00.000Z', '2026-11-23T08:01:00.000Z');
export const holder = fc.constantFrom('pol_1', 'pol_2');
export const version = fc.integer({ min: 0, max: 2 });
export const bytes = fc.constantFrom(new Uint8Array([1]), new Uint8Array([1, 2]), new Uint8Array([255]));

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.constantFrom(0, -1, 7, -0.25, 1e-7, 1234567.5, 9007199254740991),
  fc.constantFrom('', 'held', '汉字😀'),
  bytes,
  fc.constant(new Uint8Array()),
);
const names = fc.constantFrom('status', 'held', 'x y', '中');
const { nested } = fc.letrec<{ nested: unknown }>((tie) => ({
  nested: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('nested'), { maxLength: 3 }),
    fc.dictionary(names, tie('nested'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** Bytes that put items on both sides of the blocks of 1 KB and 4 KB by which requests are charged. */
const weight = fc.constantFrom(1, 1100, 4200, 4200).map((length) => new Uint8Array(length).fill(7));

const attributes = fc.record(
  { v: version, h: bytes, a: holder, rl: fc.constant(true), s: nested, z: weight },
  { requiredKeys: ['v'] },
);

/** Which indexes an item stands in, and how fully: half a key keeps it out. */
const standing = fc.record(
  Object.fromEntries(indexes.map(({ IndexName }) => [IndexName, fc.constantFrom('out', 'out', 'in', 'half')])),
);

const indexKeys = ({ pk, sk }: Place, stands: Readonly<Record<string, string>>, at: string) =>
  Object.fromEntries(
    indexes.flatMap((index) => {
      const standsHow = stands[index.IndexName];
      if (standsHow === 'out') return [];
      // As in the adapter, index sort keys end with the item's own name: no two entries are equal.
      const half: [string, string][] = [[index.pk, index.partition]];
      return standsHow === 'half' ? half : [...half, [index.sk, `${at}#${pk}#${sk}`] as [string, string]];
    }),
  );

export const itemAt = (at: Place): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(attributes, standing, instant).map(([content, stands, time]) => ({
    ...at,
    ...content,
    ...indexKeys(at, stands, time),
  }));
export const item = place.chain(itemAt);
