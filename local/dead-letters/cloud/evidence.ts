import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { s3Archive } from '../../../functions/_adapters/archive-s3.ts';
import { letterEvidence, lettersFolder } from '../../../functions/_kit/ops-evidence.ts';
import type { Settled } from '../port.ts';

/** So many decisions are shown; all of them are kept. */
const shownMax = 100;

type Named = { readonly name: string; readonly at: number };

/**
 * What was decided about letters, in the write-once archive: one name for each letter, which the first decision takes
 * and nobody can take again.
 */
export const evidenceIn = (client: S3Client, bucket: string) => {
  const archive = s3Archive(client, bucket);
  const names = async (prefix: string): Promise<readonly Named[]> => {
    const found: Named[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
      found.push(...Contents.map(({ Key = '', LastModified }) => ({ name: Key, at: LastModified?.getTime() ?? 0 })));
    return found;
  };
  const readAt = async (name: string): Promise<Settled> => {
    const text = await archive.read(name);
    if (text === undefined) throw new Error(`The archive names ${name}, and does not hold it.`);
    return JSON.parse(text) as Settled;
  };
  return {
    /** Writes a decision down; answers the one that stands, which is another where somebody decided before. */
    keep: async (settled: Settled): Promise<Settled> => {
      const name = letterEvidence(settled.id);
      return (await archive.write(name, JSON.stringify(settled))) === 'different' ? readAt(name) : settled;
    },
    /** Its name is listed first: of one that is not there, S3 says "forbidden" to who may not list all the archive. */
    find: async (id: string): Promise<Settled | undefined> => {
      const name = letterEvidence(id);
      return (await names(name)).some((one) => one.name === name) ? readAt(name) : undefined;
    },
    newest: async (): Promise<readonly Settled[]> => {
      const all = await names(lettersFolder);
      const newest = all.toSorted((a, b) => b.at - a.at).slice(0, shownMax);
      return Promise.all(newest.map(({ name }) => readAt(name)));
    },
  };
};
export type Evidence = ReturnType<typeof evidenceIn>;
