import type { Book, TenantLine } from './book.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';
import type { Numbered, Signed, TenantCheckpoints } from './read-checkpoints.ts';
import type { Tree, Trees } from './tree.ts';

const follows = ({ checkpoint }: Signed, before: Signed | undefined): boolean =>
  checkpoint.previous === (before?.hash ?? null) &&
  checkpoint.feedEnd > (before?.checkpoint.feedEnd ?? 0) &&
  checkpoint.at >= (before?.checkpoint.at ?? '');

/** What was signed must still be the beginning of the feed, record by record. */
export const checkRoot = (where: string, { tenant, feedEnd, root }: Signed['checkpoint'], tree: Tree | undefined) => {
  const found = tree?.rootAt(feedEnd);
  if (found === undefined) return [finding(`feed of ${tenant}`, `It was cut off: it was signed up to ${feedEnd}.`)];
  return unless(
    found === root,
    where,
    `The first ${feedEnd} entries of the feed are not those that it signed: history was cut off or changed.`,
  );
};

type Place = { readonly tenant: string; readonly tree: Tree | undefined };

/** Checks one checkpoint against the one before it and against the book. */
const checkNumbered = (one: Numbered, at: number, before: Numbered | undefined, place: Place): readonly Finding[] => {
  const { number, signed } = one;
  const where = `checkpoint ${number} of ${place.tenant}`;
  const missing = unless(number === at + 1, where, `Checkpoint ${at + 1} is missing.`);
  if (signed === undefined)
    return [...missing, finding(where, 'No key of the set signed it: it is forged or changed.')];
  const { checkpoint } = signed;
  const itself = checkpoint.tenant === place.tenant && checkpoint.number === number;
  return [
    ...missing,
    ...unless(itself, where, 'It was signed as another one.'),
    ...unless(follows(signed, before?.signed), where, 'It does not follow the checkpoint before it.'),
    ...checkRoot(where, checkpoint, place.tree),
  ];
};

/** The mark in the table is a checkpoint of the archive, and no more than one was signed after it. */
const checkMark = ({ tenant, checkpoint: mark }: TenantLine, { found, seen }: TenantCheckpoints) => {
  const where = `checkpoints of ${tenant}`;
  const last = mark === null ? 0 : mark.number;
  const marked = found[last - 1]?.signed;
  const stands = mark === null || (marked?.hash === mark.hash && marked.checkpoint.feedEnd === mark.feedEnd);
  return [
    ...unless(stands, where, `The archive lacks checkpoint ${last}, or holds another one than the table names.`),
    ...unless(seen <= last + 1, where, `The archive holds checkpoint ${seen}, but the table knows only ${last}.`),
  ];
};

/** The signed checkpoints: their chain, their signatures, and that everything they signed still stands. */
export const checkCheckpoints = (
  book: Book,
  checkpoints: ReadonlyMap<string, TenantCheckpoints>,
  trees: Trees,
): Result => {
  const own = book.tenants.map((line) => ({ line, ...(checkpoints.get(line.tenant) ?? { found: [], seen: 0 }) }));
  return {
    check: 'checkpoints',
    looked: own.reduce((sum, { found }) => sum + found.length, 0),
    findings: own.flatMap(({ line, found, seen }) => [
      ...found.flatMap((one, at) =>
        checkNumbered(one, at, found[at - 1], { tenant: line.tenant, tree: trees.get(line.tenant) }),
      ),
      ...checkMark(line, { found, seen }),
    ]),
  };
};
