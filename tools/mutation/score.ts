import { readFileSync } from 'node:fs';

type Mutant = {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
};
type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>> };

/** How many mutants of a file the tests noticed, and which they did not. */
export type Score = { readonly file: string; readonly killed: number; readonly survivors: readonly string[] };

const noticed = ['Killed', 'Timeout'];
const missed = ['Survived', 'NoCoverage'];

/** The scores in a report of Stryker, in the order of their files; mutants that cannot run at all do not count. */
export const scoresIn = (report: Report): readonly Score[] =>
  Object.entries(report.files)
    .map(([file, { mutants }]) => ({
      file,
      killed: mutants.filter(({ status }) => noticed.includes(status)).length,
      survivors: mutants
        .filter(({ status }) => missed.includes(status))
        .map(
          ({ location, mutatorName, replacement }) => `${file}:${location.start.line} ${mutatorName} → ${replacement}`,
        ),
    }))
    .sort((left, right) => (left.file < right.file ? -1 : 1));

export const readScores = (path: string): readonly Score[] =>
  scoresIn(JSON.parse(readFileSync(path, 'utf8')) as Report);

/** Killed among all that could have been killed, in per cent. */
export const percentOf = (scores: readonly Score[]): number => {
  const killed = scores.reduce((sum, score) => sum + score.killed, 0);
  const survived = scores.reduce((sum, { survivors }) => sum + survivors.length, 0);
  return killed + survived === 0 ? 0 : (100 * killed) / (killed + survived);
};
