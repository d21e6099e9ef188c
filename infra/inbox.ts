import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { accessLog, guarded } from './archive.ts';
import type { Stage } from './stages.ts';

/** Longer than a provider can come back to a payment, and no longer: bodies of webhooks are about people. */
const keptDays = 400;

/**
 * What providers sent us. Each entry is noted upon when it is processed, so nothing is locked here, and what expires
 * leaves no version behind.
 */
export const webhookInbox = (stack: Stack, stage: Stage, key: IKey): Bucket =>
  new Bucket(stack, 'WebhookInbox', {
    ...guarded,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    lifecycleRules: [{ expiration: Duration.days(keptDays) }],
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    // The library's own class leaves a field undefined where its interface leaves it out.
    serverAccessLogsBucket: accessLog(stack, 'WebhookInboxAccessLog', stage) as IBucket,
  });
