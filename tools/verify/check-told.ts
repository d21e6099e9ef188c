import { checkpointEvents } from '../../domain/audit/events/schema.ts';
import { canonicalJson } from '../../functions/_kit/record.ts';
import { checkpointHash } from '../../functions/audit/read-checkpoint.ts';
import type { Book, RecordLine } from './book.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';
import { openCheckpoint, type TenantCheckpoints } from './read-checkpoints.ts';
import type { Opener } from './statement.ts';

type Given = { readonly open: Opener; readonly checkpoints: ReadonlyMap<string, TenantCheckpoints> };

const eventsIn = ({ record }: RecordLine): readonly unknown[] =>
  Array.isArray(record['events']) ? record['events'] : [];

const checkEvent = async (
  event: unknown,
  tenant: string,
  { open, checkpoints }: Given,
): Promise<readonly Finding[]> => {
  const told = checkpointEvents['checkpoint.signed'].safeParse(Object(event).data).data;
  if (told === undefined) return [finding(`checkpoints of ${tenant}`, 'An event tells of no checkpoint.')];
  const { checkpoint, statement } = told;
  const where = `checkpoint ${checkpoint.number} of ${tenant}`;
  const signed = await openCheckpoint(statement, open);
  const found = checkpoints.get(tenant)?.found.find(({ number }) => number === checkpoint.number);
  return [
    ...unless(
      signed !== undefined && canonicalJson(signed.checkpoint) === canonicalJson(checkpoint),
      where,
      'It was told as another one than was signed.',
    ),
    ...unless(
      found?.signed?.hash === checkpointHash(checkpoint),
      where,
      'It was told, and the archive lacks it, or holds another.',
    ),
  ];
};

/** Partners keep what they are told: every checkpoint that was told is one that was signed, and lies in the archive. */
export const checkTold = async (book: Book, given: Given): Promise<Result> => {
  const told = book.records.filter(({ aggregate }) => aggregate === 'checkpoint');
  const findings: Finding[] = [];
  for (const line of told)
    for (const event of eventsIn(line)) findings.push(...(await checkEvent(event, line.tenant, given)));
  return { check: 'told', looked: told.length, findings };
};
