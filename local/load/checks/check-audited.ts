import { type Book, chainName } from '../../../tools/verify/book.ts';
import { type Finding, finding, type Result, unless } from '../../../tools/verify/finding.ts';
import { placeName, type TableRead } from '../../restore/read-table.ts';

/** Everything that was committed was audited: each state's head is an audited head, and all stand in the feed. */
export const checkAudited = ({ heads, states, records, feed }: Book): Result => {
  const audited = new Map(heads.map((head) => [chainName(head), head.seq]));
  return {
    check: 'audited',
    looked: states.length,
    findings: [
      ...states.flatMap((state) => {
        const seq = audited.get(chainName(state)) ?? 0;
        return unless(seq === state.seq, state.id, `It stands at record ${state.seq}, but is audited to ${seq}.`);
      }),
      ...unless(
        records.length === feed.length,
        'feed',
        `There are ${records.length} records, but ${feed.length} entries.`,
      ),
    ],
  };
};

/** The listing index, which nobody's audit writes, names the same aggregates and claims as the audit does. */
export const checkListed = ({ roots, claims, listed }: TableRead): Result => {
  const known = new Set([...roots, ...claims].map(placeName));
  const names = new Set(listed);
  const strangers = listed.filter((name) => !known.has(name));
  const absent = [...known].filter((name) => !names.has(name));
  const findings: readonly Finding[] = [
    ...strangers.map((name) => finding(name, 'It stands in the table, but no audit ever saw it.')),
    ...absent.map((name) => finding(name, 'It was audited, but no list has it.')),
    ...unless(names.size === listed.length, 'lists', 'Something is listed twice.'),
  ];
  return { check: 'lists', looked: listed.length, findings };
};
