import { type App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { accessLog, guarded } from './archive.ts';
import { placesOf, stackNameOf } from './places.ts';
import type { Site, Stage } from './stages.ts';

export type Backups = NonNullable<Stage['backups']>;

/** How long nobody can delete a day's export. */
const lockedDays = 30;
/** When it goes by itself: a person who was erased is erased there too by then (docs/operations/recovery.md). */
const keptDays = 35;

/** What both accounts call the same things: neither can look into the other. */
export const vaultNames = ({ name }: Stage, { vaultAccount }: Backups) => ({
  bucket: `bindery-${name}-vault-${vaultAccount}`,
  keyAlias: `alias/bindery-${name}-vault`,
});

/**
 * Who brings the exports of a site. Roles have one name in all Regions, so each site has one of its own: the standby
 * makes its role while home's cannot be taken away.
 */
export const exportRoleOf = (stage: Stage, site: Site): string => stackNameOf(stage, { site }, 'export');

/** What the roles of the platform's account may do with what is the vault's: bring something, and take nothing. */
const fromPlatform = (stage: Stage, { account }: Backups, actions: readonly string[], resources: readonly string[]) => {
  const bringers = placesOf(stage).map(({ site }) => exportRoleOf(stage, site));
  return new PolicyStatement({
    principals: [new AccountPrincipal(account)],
    actions: [...actions],
    resources: [...resources],
    conditions: { ArnEquals: { 'aws:PrincipalArn': bringers.map((role) => `arn:aws:iam::${account}:role/${role}`) } },
  });
};

/**
 * The vault in an account of its own: whoever takes the platform's account over, or deletes all that is in it, finds no
 * way to what lies here. Nothing in it can be deleted for a month, by its own account either.
 */
export const vaultStack = (app: App, stage: Stage, backups: Backups): void => {
  const names = vaultNames(stage, backups);
  const stack = new Stack(app, `bindery-${stage.name}-vault`, {
    description: 'Bindery: the daily exports of the table, in an account of their own.',
    env: { account: backups.vaultAccount, region: stage.regions.home },
    terminationProtection: stage.keepsData,
  });
  const key = new Key(stack, 'VaultKey', {
    alias: names.keyAlias,
    description: 'Bindery: encrypts the daily exports.',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(fromPlatform(stage, backups, ['kms:Decrypt', 'kms:GenerateDataKey'], ['*']));
  const vault = new Bucket(stack, 'Vault', {
    ...guarded,
    bucketName: names.bucket,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(lockedDays)),
    lifecycleRules: [{ expiration: Duration.days(keptDays), noncurrentVersionExpiration: Duration.days(1) }],
    // The library's own class leaves a field undefined where its interface leaves it out.
    serverAccessLogsBucket: accessLog(stack, 'VaultAccessLog', stage) as IBucket,
  });
  const bringing = ['s3:AbortMultipartUpload', 's3:PutObject', 's3:PutObjectAcl'];
  vault.addToResourcePolicy(fromPlatform(stage, backups, bringing, [vault.arnForObjects('*')]));
};
