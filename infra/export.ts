import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { acknowledge } from './acknowledge.ts';
import type { Bell } from './alarms.ts';
import { deadLetters } from './queue.ts';
import type { Site } from './stages.ts';
import type { TableNames } from './table.ts';
import { type Backups, exportRoleOf, vaultNames } from './vault-stack.ts';

/** Who is hurt once nobody has noticed for a while. */
const says =
  'The table is not exported to the other account: after a loss of this account a day and more of the book is gone.';

/** What the scheduler may do on our behalf: export the one table, and lay it down in the vault and nowhere else. */
type Names = ReturnType<typeof vaultNames>;
type Exporting = { readonly roleName: string; readonly backups: Backups; readonly tableArn: string };

const exportRole = (stack: Stack, { bucket, keyAlias }: Names, { roleName, backups, tableArn }: Exporting) => {
  const vaultKeys = `arn:aws:kms:*:${backups.vaultAccount}:key/*`;
  const role = new Role(stack, 'ExportRole', { roleName, assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  const allow = (actions: readonly string[], resource: string, conditions = {}): void =>
    void role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [resource], conditions }));
  allow(['dynamodb:ExportTableToPointInTime'], tableArn);
  allow(['s3:AbortMultipartUpload', 's3:PutObject', 's3:PutObjectAcl'], `arn:aws:s3:::${bucket}/*`);
  const parts = `AwsSolutions-IAM5[Resource::arn:aws:s3:::${bucket}/*]`;
  acknowledge(role, parts, 'DynamoDB names the parts of an export itself.');
  // A key of another account is known here by what it is called there.
  const named = { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': keyAlias } };
  allow(['kms:Decrypt', 'kms:GenerateDataKey'], vaultKeys, named);
  acknowledge(
    role,
    `AwsSolutions-IAM5[Resource::${vaultKeys}]`,
    'One key of the vault, which is known by its alias alone, and whose own policy names this role.',
  );
  return role;
};

/** Exports the table to the vault every night. It reads the backups of the table and not the table, so nobody waits. */
export const nightlyExport = (bell: Bell, backups: Backups, site: Site, { tableArn }: TableNames): void => {
  const { stack, stage } = bell;
  const names = vaultNames(stage, backups);
  const role = exportRole(stack, names, { roleName: exportRoleOf(stage, site), backups, tableArn });
  const dead = deadLetters(bell, { name: 'export', says, promises: [] });
  dead.grantSendMessages(role);
  new CfnSchedule(stack, 'NightlyExport', {
    name: `bindery-${stage.name}-export`,
    description: 'Exports the table to the vault.',
    scheduleExpression: 'cron(30 18 * * ? *)',
    flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 60 },
    target: {
      arn: 'arn:aws:scheduler:::aws-sdk:dynamodb:exportTableToPointInTime',
      roleArn: role.roleArn,
      input: JSON.stringify({
        TableArn: tableArn,
        S3Bucket: names.bucket,
        S3BucketOwner: backups.vaultAccount,
        S3Prefix: stage.name,
        ExportFormat: 'DYNAMODB_JSON',
      }),
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3_600 },
      deadLetterConfig: { arn: dead.queueArn },
    },
  });
};
