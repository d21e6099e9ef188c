import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Stage } from './stages.ts';

const guarded = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Who read the archive and when. S3 itself can deliver access logs only to a bucket under its own key. */
const accessLog = (stack: Stack, { logDays }: Stage): Bucket =>
  new Bucket(stack, 'ArchiveAccessLog', {
    ...guarded,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(logDays) }],
  });

/** Write-once storage for evidence: what is in it cannot be changed or deleted before its time, by anybody. */
export const evidenceArchive = (stack: Stack, stage: Stage, key: Key): Bucket => {
  const { mode, days } = stage.archive;
  return new Bucket(stack, 'Archive', {
    ...guarded,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention[mode](Duration.days(days)),
    // The library's own class leaves a field undefined where its interface leaves it out.
    serverAccessLogsBucket: accessLog(stack, stage) as IBucket,
  });
};
