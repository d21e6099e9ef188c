import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { plainError } from '../../plain-error.ts';
import type { DeadLetters } from '../port.ts';
import { evidenceIn } from './evidence.ts';
import { ownersOf } from './owners.ts';
import { plainly } from './plainly.ts';
import { queuesOf } from './queues.ts';
import { sqsLetters } from './sqs-letters.ts';

export type CloudWish = {
  readonly stage: string;
  readonly region?: string | undefined;
  readonly archive?: string | undefined;
};

const stagePattern = /^[a-z][a-z0-9]{1,19}$/;

/** Where a stage lies and under whose identity it is looked at: that of the person's own AWS credentials. */
export const placeOf = ({ stage, region = process.env['AWS_REGION'] }: CloudWish) => {
  if (!stagePattern.test(stage)) throw plainError(`"${stage}" cannot be the name of a stage; prod can.`);
  return region === undefined || region === '' ? {} : { region };
};

/** The dead letters of a stage in the cloud, with the person's own AWS credentials. */
export const cloudLetters = async (wish: CloudWish): Promise<DeadLetters> => {
  const place = placeOf(wish);
  const { stage, archive = process.env['BINDERY_ARCHIVE_BUCKET'] ?? '' } = wish;
  if (archive === '')
    throw plainError(
      'Say in which archive decisions are kept: --archive <bucket>, or BINDERY_ARCHIVE_BUCKET. ' +
        `The stack bindery-${stage}-operator names it in its output ArchiveBucket.`,
    );
  const sts = new STSClient(place);
  let identity: Promise<string> | undefined;
  const letters = sqsLetters({
    stage,
    queues: queuesOf(new SQSClient(place)),
    evidence: evidenceIn(new S3Client(place), archive),
    ownerOf: ownersOf(await loadCapabilities()),
    who: () => {
      identity ??= sts.send(new GetCallerIdentityCommand({})).then(({ Arn = 'an identity without a name' }) => Arn);
      return identity;
    },
    now: () => new Date().toISOString(),
  });
  return plainly(letters, stage);
};
