import type { Row, Table } from '../suite.ts';
import type { Found } from './question.ts';

/** Everything that was found at one size. */
export type Size = { readonly policies: number; readonly found: readonly Found[] };

/** Units are rounded up, once for an index and once for what lies behind it. */
const roundingUnits = 1;
/** Ids, times and positions differ by some digits. */
const bytesSlack = 1.1;

const first = (sizes: readonly Size[], what: string): Found | undefined =>
  sizes[0]?.found.find((one) => one.what === what);

/** Whether a larger book costs more than the smallest one did. */
export const grows = (sizes: readonly Size[], what: string): boolean => {
  const before = first(sizes, what);
  const after = sizes.at(-1)?.found.find((one) => one.what === what);
  if (before === undefined || after === undefined) return false;
  return after.units > before.units + roundingUnits || after.bytes > before.bytes * bytesSlack + 100;
};

const rowOf = (sizes: readonly Size[], what: string): Row => {
  const figures = sizes.flatMap(({ policies, found }) => {
    const { units = 0, trips = 0, bytes = 0 } = found.find((one) => one.what === what) ?? {};
    const at = policies.toLocaleString('en');
    return [
      [`units ${at}`, units],
      [`trips ${at}`, trips],
      [`bytes ${at}`, bytes],
    ] as const;
  });
  const byFigure = figures.toSorted(([a], [b]) => order.indexOf(a.slice(0, 5)) - order.indexOf(b.slice(0, 5)));
  return { what, figures: { ...Object.fromEntries(byFigure), grows: grows(sizes, what) ? 'grows' : '' } };
};
const order = ['units', 'trips', 'bytes'];

export const growthTable = (sizes: readonly Size[], notes: readonly string[]): Table => {
  const all = (sizes[0]?.found ?? []).map(({ what }) => what);
  const growing = all.filter((what) => grows(sizes, what)).length;
  return {
    title: 'What a question costs in books of many sizes: units, trips to the table, bytes of the answer',
    rows: all.map((what) => rowOf(sizes, what)),
    goals: [{ what: 'questions that grow with the book', is: growing, goal: 0, better: 'less', unit: 'questions' }],
    notes,
  };
};
