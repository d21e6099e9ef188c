import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from './acknowledge.ts';

export type Copy = { readonly bucketName: string; readonly region: string; readonly key: IKey };

/** What S3 may do to copy evidence: read it here, and write it there under the same key. */
const copyRole = (archive: Bucket, copyArn: string, copyKeyArn: string, key: IKey): Role => {
  const stack = Stack.of(archive);
  const role = new Role(stack, 'ArchiveCopyRole', { assumedBy: new ServicePrincipal('s3.amazonaws.com') });
  const allow = (actions: readonly string[], resource: string): void =>
    void role.addToPolicy(new PolicyStatement({ actions: actions.map((one) => `s3:${one}`), resources: [resource] }));
  allow(['GetReplicationConfiguration', 'ListBucket'], archive.bucketArn);
  const reading = ['GetObjectVersionForReplication', 'GetObjectVersionAcl', 'GetObjectVersionTagging'];
  allow([...reading, 'GetObjectRetention', 'GetObjectLegalHold'], archive.arnForObjects('*'));
  allow(['ReplicateObject', 'ReplicateTags'], `${copyArn}/*`);
  role.addToPolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['kms:Encrypt'], resources: [copyKeyArn] }));
  const [logicalId] = stack.resolve(archive.bucketArn)['Fn::GetAtt'];
  const copyName = copyArn.replace(stack.partition, '<AWS::Partition>').replace(stack.account, '<AWS::AccountId>');
  for (const one of [`<${logicalId}.Arn>`, copyName])
    acknowledge(
      role,
      `AwsSolutions-IAM5[Resource::${one}/*]`,
      'All evidence is copied, whatever its name, to one bucket.',
    );
  return role;
};

/**
 * Copies whatever is kept from now on to write-once storage in another Region, within a quarter of an hour. What is
 * deleted here, which object lock prevents, would stay there.
 */
export const copyTo = (archive: Bucket, { bucketName, region, key }: Copy): void => {
  const stack = Stack.of(archive);
  const copyArn = stack.formatArn({ service: 's3', region: '', account: '', resource: bucketName });
  const copyKeyArn = stack.formatArn({ service: 'kms', region, resource: 'key', resourceName: key.keyId });
  const role = copyRole(archive, copyArn, copyKeyArn, key);
  const bounded = { status: 'Enabled', time: { minutes: 15 } };
  (archive.node.defaultChild as CfnBucket).replicationConfiguration = {
    role: role.roleArn,
    rules: [
      {
        id: 'standby',
        status: 'Enabled',
        priority: 1,
        filter: { prefix: '' },
        deleteMarkerReplication: { status: 'Disabled' },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
        destination: {
          bucket: copyArn,
          encryptionConfiguration: { replicaKmsKeyId: copyKeyArn },
          replicationTime: bounded,
          metrics: { status: 'Enabled', eventThreshold: { minutes: 15 } },
        },
      },
    ],
  };
};
