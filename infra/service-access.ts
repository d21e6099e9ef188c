import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ServiceName } from '../functions/_kit/services.ts';
import { inboxBucket, secretSetting, settings, staffPool } from '../functions/_kit/settings.ts';
import { acknowledge } from './acknowledge.ts';
import type { Foundation } from './data-stack.ts';
import type { Deployment } from './deployment.ts';
import { keepsSecret, needOf, type SecretService } from './services.ts';
import type { Stage } from './stages.ts';
import { through } from './through.ts';

const allow = (fn: LambdaFunction, actions: readonly string[], resource: string): void =>
  fn.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));

const grantSecret = (fn: LambdaFunction, service: SecretService, { secrets, keys }: Foundation): void => {
  const secret = secrets.get(service);
  if (secret === undefined) throw new Error(`There is no secret for ${service}.`);
  allow(fn, ['secretsmanager:GetSecretValue'], secret.inPolicies);
  through(fn, 'secretsmanager', ['kms:Decrypt'], keys.storage.keyArn);
  fn.addEnvironment(secretSetting(service), secret.arn);
};

const archiveRights = {
  write: { objects: ['s3:GetObject', 's3:PutObject'], key: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  read: { objects: ['s3:GetObject'], key: ['kms:Decrypt'] },
} as const;

const grantArchive = (fn: LambdaFunction, { archive, keys }: Foundation, to: keyof typeof archiveRights): void => {
  const stack = Stack.of(fn);
  allow(fn, archiveRights[to].objects, archive.arnForObjects('*'));
  // Without leave to list, S3 answers "forbidden" for an object that is not there.
  allow(fn, ['s3:ListBucket'], archive.bucketArn);
  through(fn, 's3', archiveRights[to].key, keys.storage.keyArn);
  fn.addEnvironment(settings.archiveBucket, archive.bucketName);
  const exported = stack.resolve(Stack.of(archive).exportValue(archive.bucketArn))['Fn::ImportValue'];
  acknowledge(
    fn.role ?? fn,
    `AwsSolutions-IAM5[Resource::${exported}/*]`,
    'Evidence is named by tenant; no name is written twice, and object lock keeps what was written.',
  );
};

/** One identity, and one address of it: whoever takes this function over can write in nobody else's name. */
const grantMail = (fn: LambdaFunction, { from, identity }: Stage['mail']): void => {
  const resource = Stack.of(fn).formatArn({ service: 'ses', resource: 'identity', resourceName: identity });
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [resource],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    }),
  );
  fn.addEnvironment(settings.mailFrom, from);
};

const grantInbox = (fn: LambdaFunction, { inbox, keys }: Foundation): void => {
  allow(fn, ['s3:GetObject', 's3:PutObject'], inbox.arnForObjects('*'));
  // Its list is what people see of it; and without leave to list, S3 says "forbidden" of what is not there.
  allow(fn, ['s3:ListBucket'], inbox.bucketArn);
  through(fn, 's3', ['kms:Decrypt', 'kms:GenerateDataKey'], keys.storage.keyArn);
  fn.addEnvironment(inboxBucket, inbox.bucketName);
  const exported = Stack.of(fn).resolve(Stack.of(inbox).exportValue(inbox.bucketArn))['Fn::ImportValue'];
  acknowledge(
    fn.role ?? fn,
    `AwsSolutions-IAM5[Resource::${exported}/*]`,
    'Entries of the inbox are named by tenant and sealed under a key of the tenant; nothing in it can be deleted.',
  );
};

type Given = Pick<Deployment, 'foundation' | 'stage' | 'staffPool'>;

const grants = {
  secret: (fn: LambdaFunction, { foundation }: Given, service: ServiceName): void => {
    if (keepsSecret(service)) grantSecret(fn, service, foundation);
  },
  archive: (fn: LambdaFunction, { foundation }: Given): void => grantArchive(fn, foundation, 'write'),
  inbox: (fn: LambdaFunction, { foundation }: Given): void => grantInbox(fn, foundation),
  evidence: (fn: LambdaFunction, { foundation }: Given): void => grantArchive(fn, foundation, 'read'),
  'signing-key': (fn: LambdaFunction, { foundation: { keys } }: Given): void => {
    allow(fn, ['kms:GetPublicKey', 'kms:Sign'], keys.signing.keyArn);
    fn.addEnvironment(settings.signingKey, keys.signing.keyArn);
  },
  'token-key': (fn: LambdaFunction, { foundation: { keys } }: Given): void => {
    allow(fn, ['kms:GetPublicKey', 'kms:Sign'], keys.token.keyArn);
    fn.addEnvironment(settings.tokenKey, keys.token.keyArn);
    // The published set holds the key of certificates too.
    allow(fn, ['kms:GetPublicKey'], keys.signing.keyArn);
    fn.addEnvironment(settings.signingKey, keys.signing.keyArn);
  },
  // The pool's keys are public, so its address is all that there is to give.
  'staff-pool': (fn: LambdaFunction, { staffPool: pool }: Given): void => {
    if (pool === undefined) return;
    fn.addEnvironment(staffPool.issuer, pool.issuer);
    fn.addEnvironment(staffPool.clientId, pool.clientId);
  },
  nothing: (): void => undefined,
  'partner-buses': (fn: LambdaFunction): void => {
    const { partition, account } = Stack.of(fn);
    const resource = `arn:${partition}:events:*:*:event-bus/*`;
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['events:PutEvents'],
        resources: [resource],
        // A bus of this account carries the platform's own events, and takes none that anybody names.
        conditions: { StringNotEquals: { 'aws:ResourceAccount': account } },
      }),
    );
    acknowledge(
      fn.role ?? fn,
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:events:*:*:event-bus/*]',
      'Partners name buses in accounts of their own, whose policies decide; none of this account is among them.',
    );
  },
  account: (fn: LambdaFunction): void => void fn.addEnvironment(settings.account, Stack.of(fn).account),
  bus: (fn: LambdaFunction, { foundation: { bus } }: Given): void => {
    allow(fn, ['events:PutEvents'], bus.eventBusArn);
    fn.addEnvironment(settings.busName, bus.eventBusName);
  },
  mail: (fn: LambdaFunction, { stage }: Given): void => grantMail(fn, stage.mail),
};

/** Gives a function the services that its entries use: the right, and the address by which to find each. */
export const grantServices = (fn: LambdaFunction, uses: readonly ServiceName[], given: Given): void => {
  for (const service of uses) grants[needOf[service]](fn, given, service);
};
