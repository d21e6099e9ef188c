import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Archive } from '../_kit/services.ts';

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');

/** Another write of the same name is on its way; S3 asks to try again. */
const isPassing = (thrown: unknown): boolean => nameOf(thrown) === 'ConditionalRequestConflict';
const isTaken = (thrown: unknown): boolean => nameOf(thrown) === 'PreconditionFailed';
const triesMax = 5;

/**
 * Write-once storage in S3, under a bucket whose Object Lock keeps what was written. A name is taken by the first
 * write; later ones are compared with it.
 */
export const s3Archive = (client: Pick<S3Client, 'send'>, bucket: string): Archive => {
  const read = async (name: string): Promise<string | undefined> => {
    try {
      const output = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
      return await output.Body?.transformToString('utf-8');
    } catch (thrown) {
      if (nameOf(thrown) === 'NoSuchKey') return undefined;
      throw thrown;
    }
  };

  const put = async (name: string, text: string): Promise<boolean> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: name,
            Body: text,
            ContentType: 'application/json',
            IfNoneMatch: '*',
            ChecksumAlgorithm: 'SHA256',
          }),
        );
        return true;
      } catch (thrown) {
        if (isTaken(thrown)) return false;
        if (!isPassing(thrown) || tries === triesMax) throw thrown;
      }
    }
  };

  return {
    read,
    write: async (name, text) => {
      if (await put(name, text)) return 'written';
      return (await read(name)) === text ? 'same' : 'different';
    },
  };
};
