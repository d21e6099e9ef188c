import { type Book, chainName, type HeadLine, type RecordLine, type StateLine } from './book.ts';
import { checkChain } from './check-chain.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';

export type Chains = ReadonlyMap<string, readonly RecordLine[]>;

export const chainsOf = (book: Book): Chains => Map.groupBy(book.records, chainName);

/** Every chain of the table holds together. */
export const checkRecords = (book: Book): Result => ({
  check: 'records',
  looked: book.records.length,
  findings: [...chainsOf(book).values()].flatMap(checkChain),
});

const onlyOnce = (lines: readonly (HeadLine | StateLine)[]): readonly Finding[] =>
  [...Map.groupBy(lines, chainName).entries()].flatMap(([name, some]) =>
    unless(some.length === 1, name, `The ${some[0]?.line} of the aggregate stands ${some.length} times.`),
  );

const lacking = (chains: Chains, lines: readonly (HeadLine | StateLine)[], what: string): readonly Finding[] => {
  const named = new Set(lines.map(chainName));
  return [...chains.keys()].filter((name) => !named.has(name)).map((name) => finding(name, what));
};

/** Every audited head is a record of its chain. */
export const checkHeads = (book: Book): Result => {
  const chains = chainsOf(book);
  const stands = (head: HeadLine): boolean =>
    (chains.get(chainName(head)) ?? []).some(({ seq, hash }) => seq === head.seq && hash === head.hash);
  return {
    check: 'audited heads',
    looked: book.heads.length,
    findings: [
      ...book.heads.flatMap((head) =>
        unless(stands(head), head.id, `The table lacks record ${head.seq} as it was audited.`),
      ),
      ...onlyOnce(book.heads),
      ...lacking(chains, book.heads, 'There are records, but no audited head.'),
    ],
  };
};

/** Every state is what its last record left. */
export const checkStates = (book: Book): Result => {
  const chains = chainsOf(book);
  const isLast = (state: StateLine): boolean => {
    const last = (chains.get(chainName(state)) ?? []).toSorted((a, b) => a.seq - b.seq).at(-1);
    return last?.seq === state.seq && last.hash === state.head;
  };
  return {
    check: 'states',
    looked: book.states.length,
    findings: [
      ...book.states.flatMap((state) =>
        unless(isLast(state), state.id, `The state stands at record ${state.seq}, which is not the last of its chain.`),
      ),
      ...onlyOnce(book.states),
      ...lacking(chains, book.states, 'There are records, but no state.'),
    ],
  };
};
