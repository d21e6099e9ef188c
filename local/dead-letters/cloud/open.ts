import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { archiveBucketOf } from '../../../functions/_kit/ops-evidence.ts';
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

/** Where AWS is asked: in the Region that was said, or else in the one that the person's own settings name. */
export const placeOf = ({ stage, region }: CloudWish): { readonly region?: string } => {
  if (!stagePattern.test(stage)) throw plainError(`"${stage}" cannot be the name of a stage; prod can.`);
  return region === undefined || region === '' ? {} : { region };
};

/** Whoever owns the credentials under which AWS is asked, as AWS names him; asked once. */
const identityOf = (client: STSClient) => {
  let asked: Promise<{ readonly arn: string; readonly account: string }> | undefined;
  return () => {
    asked ??= client.send(new GetCallerIdentityCommand({})).then(({ Arn = '', Account = '' }) => {
      if (Arn === '' || Account === '') throw new Error('AWS names no identity.');
      return { arn: Arn, account: Account };
    });
    return asked;
  };
};

const open = async (wish: CloudWish): Promise<DeadLetters> => {
  const place = placeOf(wish);
  const { stage } = wish;
  const sts = new STSClient(place);
  const identity = identityOf(sts);
  const { account } = await identity();
  const archive = wish.archive ?? archiveBucketOf(stage, account, await sts.config.region());
  return sqsLetters({
    stage,
    queues: queuesOf(new SQSClient(place)),
    evidence: evidenceIn(new S3Client(place), archive),
    ownerOf: ownersOf(await loadCapabilities()),
    who: async () => (await identity()).arn,
    now: () => new Date().toISOString(),
  });
};

/** The dead letters of a stage in the cloud, with the person's own AWS credentials. */
export const cloudLetters = async (wish: CloudWish): Promise<DeadLetters> => {
  const opening = plainly({ open: () => open(wish) }, wish.stage);
  return plainly(await opening.open(), wish.stage);
};
