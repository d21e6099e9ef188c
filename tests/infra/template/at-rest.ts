import { describe, expect, it } from 'vitest';
import type { Resource } from '../synth.ts';
import { actionsOf, at, leadsTo, named, of, resources, statementsIn } from './whole.ts';

/** The policies that stand at a resource itself, by the property that names what they are about. */
const documentsAt = (policyType: string, property: string, resource: Resource) =>
  of(policyType)
    .filter(({ stack, Properties }) => stack === resource.stack && leadsTo(Properties[property], resource))
    .flatMap(({ Properties }) => statementsIn(Properties['PolicyDocument']));

const refusesPlainText = (statements: ReturnType<typeof documentsAt>): boolean =>
  statements.some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Deny' &&
      ['*', '{"AWS":"*"}'].includes(typeof Principal === 'string' ? Principal : JSON.stringify(Principal)) &&
      at(Condition, 'Bool', 'aws:SecureTransport') === 'false',
  );

export const keptSafely = (): void => {
  describe.each(named(of('AWS::S3::Bucket')))('the bucket %s', (name, bucket) => {
    const { Properties } = bucket;
    it('is seen by nobody outside, and reached by TLS alone', () => {
      expect(Object.values(Properties['PublicAccessBlockConfiguration'] as object)).toEqual([true, true, true, true]);
      const statements = documentsAt('AWS::S3::BucketPolicy', 'Bucket', bucket);
      expect(refusesPlainText(statements)).toBe(true);
      const toAll = statements.filter(
        ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal) === '{"AWS":"*"}',
      );
      expect(toAll).toEqual([]);
    });
    it('is encrypted: data under a key of ours, access logs under one of S3', () => {
      const [rule] = at(Properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration') as readonly unknown[];
      const { SSEAlgorithm, KMSMasterKeyID } = Object(at(rule, 'ServerSideEncryptionByDefault'));
      const holdsLogs = name.includes('AccessLog');
      expect(SSEAlgorithm).toBe(holdsLogs ? 'AES256' : 'aws:kms');
      expect(KMSMasterKeyID === undefined).toBe(holdsLogs);
    });
  });

  describe.each(named(of('AWS::SQS::Queue')))('the queue %s', (_name, queue) => {
    it('is encrypted by SQS, reached by TLS alone, and keeps what it holds for two weeks', () => {
      // SQS encrypts every new queue under a key of its own, unless it is told not to.
      expect(queue.Properties['SqsManagedSseEnabled']).not.toBe(false);
      expect(refusesPlainText(documentsAt('AWS::SQS::QueuePolicy', 'Queues', queue))).toBe(true);
      expect(queue.Properties['MessageRetentionPeriod']).toBe(14 * 24 * 60 * 60);
    });
  });

  describe.each(named(of('AWS::SNS::Topic')))('the topic %s', (_name, topic) => {
    it('is encrypted under a key of ours, and published to by TLS alone', () => {
      expect(topic.Properties['KmsMasterKeyId']).toBeDefined();
      expect(refusesPlainText(documentsAt('AWS::SNS::TopicPolicy', 'Topics', topic))).toBe(true);
    });
  });
};

/** What is no bucket, queue or topic: the table, secrets, logs, and rights that stand at a resource. */
export const keptBesides = (): void => {
  describe('everything else that keeps something', () => {
    it('is encrypted under keys of ours: the table in each Region, and every secret', () => {
      const [table, ...more] = of('AWS::DynamoDB::GlobalTable');
      expect(more).toEqual([]);
      expect(at(table, 'Properties', 'SSESpecification')).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      const replicas = at(table, 'Properties', 'Replicas') as readonly unknown[];
      expect(replicas).toHaveLength(2);
      for (const replica of replicas) expect(at(replica, 'SSESpecification', 'KMSMasterKeyId')).toBeDefined();
      expect(of('AWS::SecretsManager::Secret').filter(({ Properties }) => !('KmsKeyId' in Properties))).toEqual([]);
    });
    it('forgets: no log group is kept for ever', () => {
      expect(of('AWS::Logs::LogGroup').length).toBeGreaterThan(70);
      for (const [name, { Properties }] of named(of('AWS::Logs::LogGroup')))
        expect(Properties['RetentionInDays'], name).toBeGreaterThan(0);
    });
    it('has a log group that ends for each function of ours', () => {
      for (const [name, fn] of named(
        of('AWS::Lambda::Function').filter(({ Properties }) => 'FunctionName' in Properties),
      ))
        expect(at(fn.Properties, 'LoggingConfig', 'LogGroup'), name).toBeDefined();
    });
    it('gives no right to everybody, on whatever resource', () => {
      const open = resources.flatMap(({ id, Properties }) =>
        statementsIn(Properties['PolicyDocument'])
          .filter(
            ({ Effect, Principal }) =>
              Effect === 'Allow' && /^("\*"|\{"AWS":"\*"\})$/.test(JSON.stringify(Principal ?? null)),
          )
          .map((statement) => [id, actionsOf(statement)]),
      );
      expect(open).toEqual([]);
    });
  });
};
