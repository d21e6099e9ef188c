import { medianAbove, medianOf, medianTimes, type Round } from '../measure/rounds.ts';
import { readable } from '../print.ts';
import type { Goal, Row, Table } from '../suite.ts';
import { conventionalNames, emptyName, quoteNames } from './answers.ts';
import type { Contender } from './functions.ts';
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
      'import above empty': medianAbove(rounds, [name, emptyName], importCpu),
      'import × quote': timesOurs(rounds, name, importCpu),
      'to first answer, CPU ms': medianOf(rounds, name, wholeCpu),
      'answer above empty': medianAbove(rounds, [name, emptyName], wholeCpu),
      'answer × quote': timesOurs(rounds, name, wholeCpu),
      'wall ms': medianOf(rounds, name, wall),
    },
  });

const { ours, again } = quoteNames;
const { whole, lean } = conventionalNames;

/** What a function takes above an empty one, and for the conventional ones also without what ours does not do. */
const aboveEmpty = (rounds: Rounds, figure: (found: Start) => number) => {
  const told = (name: string): string => `${readable(medianAbove(rounds, [name, emptyName], figure))} ms`;
  return { ours: told(ours), theirs: `${told(whole)} (${told(lean)} without an SDK)` };
};

const goalsOf = (rounds: Rounds, bytesOf: (name: string) => number): readonly Goal[] => [
  {
    what: 'bytes that create-quote reads as it starts',
    ...{ is: bytesOf(ours), goal: 100_000, stretch: 60_000, better: 'less', unit: 'bytes' },
    headline: {
      question: 'the function that quotes, bytes read as it starts, against a conventional one with the SDK',
      ...{
        ours: readable(bytesOf(ours)),
        theirs: `${readable(bytesOf(whole))} (${readable(bytesOf(lean))} without an SDK)`,
      },
    },
  },
  {
    what: 'import of the conventional function against create-quote, both above an empty one',
    is: timesOurs(rounds, whole, importCpu),
    ...{ goal: 4, better: 'more', unit: '× our CPU' },
    headline: { question: 'its import, CPU above an empty function', ...aboveEmpty(rounds, importCpu) },
  },
  {
    what: 'process to first answer of the conventional function, which also stores and publishes, against create-quote',
    is: timesOurs(rounds, whole, wholeCpu),
    ...{ goal: 4, better: 'more', unit: '× our CPU' },
    headline: {
      question: 'from process to first answer, CPU above an empty function, against one that also stores and publishes',
      ...aboveEmpty(rounds, wholeCpu),
    },
  },
];

export const headlineTable = (all: readonly Contender[], rounds: Rounds): Table => ({
  title: `Cold starts, medians of ${rounds.length} rounds; processor time of the whole process, all threads`,
  rows: all.map(headlineRow(rounds)),
  goals: goalsOf(rounds, (wanted) => all.find(({ name }) => name === wanted)?.bytes ?? Number.NaN),
  noise: Math.abs(timesOurs(rounds, again, wholeCpu) - 1),
  notes: [
    'Bytes are those that are read as a function starts, minified; what is fetched when a request is refused is not.',
    'Every start is a fresh process with an empty environment and no compile cache, and answers one real event with 200.',
    'What stands outside (table, issuer, secrets extension, KMS, bus) are other processes, on nobody’s account.',
    'All quotes verify a token against the published keys, fetch the offer key and price the same basket alike.',
    'The conventional function also stores the quote and publishes it; the one without an SDK does neither, as we.',
    'create-quote stands there twice, as what it is compared with by chance.',
  ],
});

export const restTable = (all: readonly Contender[], rounds: Rounds): Table => ({
  title: `Every other function, medians of ${rounds.length} ${rounds.length === 1 ? 'round' : 'rounds'}`,
  rows: all.map(({ name, bytes }) => ({
    what: name,
    figures: {
      bytes,
      'import, CPU ms': medianOf(rounds, name, importCpu),
      'import above empty': medianAbove(rounds, [name, emptyName], importCpu),
      'to first answer, CPU ms': medianOf(rounds, name, wholeCpu),
      'answer above empty': medianAbove(rounds, [name, emptyName], wholeCpu),
      'wall ms': medianOf(rounds, name, wall),
    },
  })),
  notes: [
    'Who answers requests is asked one that needs the table; who listens is told of a policy that was sold, or of ' +
      'something that leaves nothing to do; who runs by a timer runs once.',
  ],
});
