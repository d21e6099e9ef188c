import { readable } from '../print.ts';
import type { Row, Table } from '../suite.ts';
import type { Found } from './question.ts';

/** Everything that was found at one size. */
export type Size = { readonly policies: number; readonly found: readonly Found[] };

/** Units are rounded up, once for an index and once for what lies behind it. */
const roundingUnits = 1;
/** Ids, times and positions differ by some digits. */
const bytesSlack = 1.1;

const at = ({ found }: Size, what: string): Found | undefined => found.find((one) => one.what === what);

const unitsOf = ({ read, written }: Found): number => read + written;

const costsMore = (before: Found | undefined, after: Found | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  (unitsOf(after) > unitsOf(before) + roundingUnits || after.bytes > before.bytes * bytesSlack + 100);

/** How a question grows with the book: not at all, to a bound that the larger books have reached, or on and on. */
export const growthOf = (sizes: readonly Size[], what: string): '' | 'to a bound' | 'with the book' => {
  const found = sizes.map((size) => at(size, what));
  if (!costsMore(found[0], found.at(-1))) return '';
  return costsMore(found.at(-2), found.at(-1)) ? 'with the book' : 'to a bound';
};

const rowOf = (sizes: readonly Size[], what: string): Row => {
  const column = (name: string, tell: (found: Found) => number | string) =>
    sizes.map((size) => {
      const found = at(size, what);
      return [`${name} ${size.policies.toLocaleString('en')}`, found === undefined ? '' : tell(found)] as const;
    });
  const units = ({ read, written }: Found): string =>
    written === 0 ? readable(read) : `${readable(read)} + ${readable(written)}`;
  const figures = [
    ...column('units', units),
    ...column('trips', ({ trips }) => trips),
    ...column('bytes', ({ bytes }) => bytes),
  ];
  return { what, figures: { ...Object.fromEntries(figures), grows: growthOf(sizes, what) } };
};

export const growthTable = (sizes: readonly Size[], notes: readonly string[]): Table => {
  const all = (sizes[0]?.found ?? []).map(({ what }) => what);
  const growing = all.filter((what) => growthOf(sizes, what) !== '').length;
  return {
    title:
      'What a question costs in books of many sizes: units read + written, trips to the table, bytes of the answer',
    rows: all.map((what) => rowOf(sizes, what)),
    goals: [
      {
        what: 'questions that grow with the book',
        ...{ is: growing, goal: 0, better: 'less', unit: `of ${all.length} questions` },
        headline: {
          question: 'what costs more in a book of 100,000 policies than in one of 1,000',
          ...{ ours: `${growing} of ${all.length} questions`, theirs: '' },
        },
      },
    ],
    notes,
  };
};
