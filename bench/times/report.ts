import type { Row } from '../suite.ts';

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly unknown[];
  }[];
};

type File = { readonly name: string; readonly seconds: number; readonly tests: number };

/** What vitest's JSON report says of each file, the slowest first; names are from the root of the repository. */
const filesIn = ({ testResults }: Report, root: string): readonly File[] =>
  testResults
    .map(({ name, startTime, endTime, assertionResults }) => ({
      name: name.startsWith(root) ? name.slice(root.length) : name,
      seconds: (endTime - startTime) / 1000,
      tests: assertionResults.length,
    }))
    .toSorted((a, b) => b.seconds - a.seconds);

const rowOf = (what: string, files: readonly File[]): Row => ({
  what,
  figures: {
    's (wall)': files.reduce((sum, { seconds }) => sum + seconds, 0),
    files: files.length,
    tests: files.reduce((sum, { tests }) => sum + tests, 0),
  },
});

/** The folder below `tests/` is the project that a file belongs to. */
const projectOf = ({ name }: File): string => name.split('/')[1] ?? name;

/** Where the time of the tests goes: by project, and the slowest files. */
export const testRows = (report: Report, root: string, slowest = 15): readonly Row[] => {
  const files = filesIn(report, root);
  const projects = [...Map.groupBy(files, projectOf)].map(([name, some]) => rowOf(name, some));
  const bySeconds = ({ figures }: Row): number => Number(figures['s (wall)']);
  return [
    ...projects.toSorted((a, b) => bySeconds(b) - bySeconds(a)),
    ...files.slice(0, slowest).map((file) => rowOf(`  ${file.name}`, [file])),
  ];
};
