import type { Goal, Row, Table } from '../suite.ts';
import { conventionalNames, emptyName, quoteNames } from './answers.ts';
import type { Contender } from './functions.ts';
import { medianAbove, medianOf, medianTimes, type Round } from './rounds.ts';
import type { Start } from './start.ts';

type Rounds = readonly Round<Start>[];

const importCpu = ({ importCpu }: Start): number => importCpu;
const wholeCpu = ({ wholeCpu }: Start): number => wholeCpu;
const wall = ({ wall }: Start): number => wall;

const timesOurs = (rounds: Rounds, name: string, figure: (found: Start) => number): number =>
  medianTimes(rounds, { name, ours: quoteNames.ours, empty: emptyName }, figure);

const headlineRow =
  (rounds: Rounds) =>
  ({ name, bytes }: Contender): Row => ({
    what: name,
    figures: {
      bytes,
      'import, CPU ms': medianOf(rounds, name, importCpu),
      'above empty': medianAbove(rounds, [name, emptyName], importCpu),
      'x quote': timesOurs(rounds, name, importCpu),
      'to first answer, CPU ms': medianOf(rounds, name, wholeCpu),
      'above empty ': medianAbove(rounds, [name, emptyName], wholeCpu),
      'x quote ': timesOurs(rounds, name, wholeCpu),
      'wall ms': medianOf(rounds, name, wall),
    },
  });

const goalsOf = (rounds: Rounds, bytes: number): readonly Goal[] => [
  { what: 'bytes of create-quote', is: bytes, goal: 100_000, stretch: 60_000, better: 'less', unit: 'bytes' },
  {
    what: 'import of the conventional function against create-quote, both above an empty one',
    is: timesOurs(rounds, conventionalNames.whole, importCpu),
    goal: 4,
    better: 'more',
    unit: 'x CPU',
  },
  {
    what: 'process to first answer, the same two',
    is: timesOurs(rounds, conventionalNames.whole, wholeCpu),
    goal: 4,
    better: 'more',
    unit: 'x CPU',
  },
];

export const headlineTable = (all: readonly Contender[], rounds: Rounds): Table => ({
  title: `Cold starts, medians of ${rounds.length} rounds; processor time of the whole process, all threads`,
  rows: all.map(headlineRow(rounds)),
  goals: goalsOf(rounds, all.find(({ name }) => name === quoteNames.ours)?.bytes ?? Number.NaN),
  notes: [
    'Every start is a fresh process with an empty environment and no compile cache, and answers one real event with 200.',
    'What stands outside (table, issuer, secrets extension, KMS, bus) are other processes, on nobody’s account.',
    'All quotes verify a token against the published keys, fetch the offer key and price the same basket alike.',
    'The conventional function also keeps the quote and tells the bus; the one without an SDK does neither.',
    'create-quote stands there twice: what the two differ by is what the other figures may be wrong by.',
  ],
});

export const restTable = (all: readonly Contender[], rounds: Rounds): Table => ({
  title: `Every other function, medians of ${rounds.length} rounds`,
  rows: all.map(({ name, bytes, event }) => ({
    what: name,
    figures: {
      bytes,
      'import, CPU ms': medianOf(rounds, name, importCpu),
      'above empty': medianAbove(rounds, [name, emptyName], importCpu),
      ...(event !== undefined && {
        'to first answer, CPU ms': medianOf(rounds, name, wholeCpu),
        'wall ms': medianOf(rounds, name, wall),
      }),
    },
  })),
});
