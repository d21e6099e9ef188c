import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { archiveBucketOf } from '../functions/_kit/ops-evidence.ts';
import { copyTo } from './archive-copy.ts';
import type { Place } from './places.ts';
import type { Stage } from './stages.ts';

/** What every bucket is, whatever lies in it. */
export const guarded = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Who read a bucket and when. S3 itself can deliver access logs only to a bucket under its own key. */
export const accessLog = (stack: Stack, name: string, { logDays }: Stage): Bucket =>
  new Bucket(stack, name, {
    ...guarded,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(logDays) }],
  });

/**
 * Nobody takes evidence away, and nobody writes under a name that is taken: S3 refuses a write that does not ask for a
 * free name (S3 User Guide, "Enforce conditional writes").
 */
const writeOnce = (archive: Bucket): void => {
  const deny = (actions: readonly string[], conditions = {}) =>
    archive.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [...actions],
        resources: [archive.arnForObjects('*')],
        conditions,
      }),
    );
  deny(['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
  deny(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention']);
};

/**
 * Write-once storage for evidence: what is in it cannot be changed or deleted before its time, by anybody. What home
 * keeps is copied to the standby.
 */
export const evidenceArchive = (stack: Stack, stage: Stage, place: Place, key: IKey): Bucket => {
  const { mode, days } = stage.archive;
  const { standby } = stage.regions;
  const copied = place.site === 'home' && standby !== undefined;
  const archive = new Bucket(stack, 'Archive', {
    ...guarded,
    bucketName: archiveBucketOf(stage.name, stack.account, place.region),
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention[mode](Duration.days(days)),
    // The library's own class leaves a field undefined where its interface leaves it out.
    serverAccessLogsBucket: accessLog(stack, 'ArchiveAccessLog', stage) as IBucket,
  });
  writeOnce(archive);
  if (copied)
    copyTo(archive, { bucketName: archiveBucketOf(stage.name, stack.account, standby), region: standby, key });
  return archive;
};
