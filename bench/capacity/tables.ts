import { readable } from '../print.ts';
import type { Goal, Row, Table } from '../suite.ts';
import type { Taken } from './bench-world.ts';
import type { Measured } from './operations.ts';
import type { Both } from './spent.ts';

/** List prices of a unit, as `infra/cost/prices.ts` has them: a write costs five reads. */
const readsPerWrite = 5;

/** What a call costs in the price of a read unit, so that reads and writes can be weighed against each other. */
export const weighed = ({ read, write }: Both['ours']): number => read + readsPerWrite * write;

const ratio = ({ ours, naive }: Both): number | string =>
  weighed(ours) === 0 ? (weighed(naive) === 0 ? '–' : 'free') : weighed(naive) / weighed(ours);

const figures = (spent: Both): Row['figures'] => ({
  WRU: spent.ours.write,
  RRU: spent.ours.read,
  trips: spent.ours.trips,
  'naive WRU': spent.naive.write,
  'naive RRU': spent.naive.read,
  'naive trips': spent.naive.trips,
  '× cheaper': ratio(spent),
});

const mean = (all: readonly Both[], of: (spent: Both) => number): number =>
  all.reduce((sum, spent) => sum + of(spent), 0) / all.length;

const meanOf = (all: readonly Both[]): Both => {
  const side = (name: keyof Both) => ({
    read: mean(all, (spent) => spent[name].read),
    write: mean(all, (spent) => spent[name].write),
    trips: mean(all, (spent) => spent[name].trips),
  });
  return { ours: side('ours'), naive: side('naive') };
};

export const operationsTable = (measured: readonly Measured[], notes: readonly string[]): Table => ({
  title: 'Units of every operation, against the same business as whole items',
  rows: measured.map(({ operation, spent }) => ({ what: operation, figures: figures(spent) })),
  goals: goalsOf(measured),
  notes,
});

export const ownWorkTable = (taken: readonly Taken[], entries: readonly string[]): Table => {
  const byEntry = Map.groupBy(taken, ({ entry }) => entry);
  const idle = entries.filter((entry) => ![...byEntry.keys()].some((known) => known.startsWith(entry)));
  return {
    title: 'Units of what happens by itself, one event or one tick',
    rows: [...byEntry].map(([what, all]) => ({
      what,
      figures: { times: all.length, ...figures(meanOf(all.map(({ spent }) => spent))) },
    })),
    notes: [
      'Means over the events that changed something. Feed, tree and deliveries are alike in both shapes.',
      ...(idle.length > 0 ? [`Nothing on this stage moves ${idle.join(', ')}.`] : []),
    ],
  };
};

/** What a line tells too little of: the cost page is made of lines. */
export const untoldTable = (measured: readonly Measured[]): Table => ({
  title: 'Units that an operation’s own line does not tell of',
  rows: measured
    .filter(({ spent: { ours }, reported }) => ours.read > reported.read || ours.write > reported.write)
    .map(({ operation, spent: { ours }, reported }) => ({
      what: operation,
      figures: { WRU: ours.write, 'WRU told': reported.write, RRU: ours.read, 'RRU told': reported.read },
    })),
  notes: ['Batches tell of their units in the lines of their items.'],
});

type Wanted = {
  readonly what: string;
  readonly of: (spent: Both['ours']) => number;
  readonly unit: string;
  /** The question for the README. */
  readonly question?: string;
};
const inAll: Omit<Wanted, 'what'> = { of: ({ read, write }) => read + write, unit: 'units' };
const written: Omit<Wanted, 'what'> = { of: ({ write }) => write, unit: 'units' };
const trips: Omit<Wanted, 'what'> = { of: (spent) => spent.trips, unit: 'trips' };

/** The goals of the floors that were measured on a barer shape, by the operation that each is about. */
const wanted: readonly (Wanted & { readonly id: string; readonly goal: number; readonly stretch: number })[] = [
  {
    ...{ id: 'createQuote', what: 'a quote', ...inAll, goal: 0, stretch: 0 },
    question: 'a quote, units of the table, against products and quotes kept as items',
  },
  {
    ...{ id: 'bindPolicy', what: 'written for a bind', ...written, goal: 5, stretch: 2 },
    question:
      'a bind with evidence, events and kept answer, units written, against whole items (the goal is of a barer shape)',
  },
  { id: 'receivePaymentWebhook (for a policy)', what: 'written for a payment', ...written, goal: 4, stretch: 1 },
  { id: 'reportClaim', what: 'written for the report of a claim', ...written, goal: 4, stretch: 1 },
  { id: 'bindPolicy', what: 'round trips of a bind', ...trips, goal: 1, stretch: 1 },
];

const goalsOf = (measured: readonly Measured[]): readonly Goal[] =>
  wanted.flatMap(({ id, of, question, ...goal }) => {
    const spent = measured.find(({ operation }) => operation === id)?.spent;
    if (spent === undefined) return [];
    const told = (side: Both['ours']): string => `${readable(of(side))} ${goal.unit}`;
    const headline = question !== undefined && {
      headline: { question, ours: told(spent.ours), theirs: told(spent.naive) },
    };
    return [{ ...goal, is: of(spent.ours), better: 'less' as const, ...headline }];
  });
