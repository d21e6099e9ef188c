import { describe, expect, it } from 'vitest';
import { audit } from '../../functions/audit/contract.ts';
import { claims } from '../../functions/claims/contract.ts';
import { health } from '../../functions/health/contract.ts';
import { payments } from '../../functions/payments/contract.ts';
import { quoting } from '../../functions/quoting/contract.ts';
import { actionsOf, pointsTo, type Resource, stageNamed, synthesise } from './synth.ts';

// One entry at least for each promise, for a promise that nobody watches over is refused.
const prod = synthesise([health, quoting, payments, claims, audit], stageNamed('prod'));
const inVault = (type: string): readonly Resource[] =>
  prod.of(type).filter(({ stack }) => stack === 'bindery-prod-vault');

describe('the nightly export', () => {
  const [schedule] = prod
    .of('AWS::Scheduler::Schedule')
    .filter(({ Properties }) => Properties['Name'] === 'bindery-prod-export');
  const target = Object(schedule?.Properties['Target']);

  it('asks DynamoDB once a day, without a function, to lay the table down in the other account', () => {
    expect(schedule?.Properties['ScheduleExpression']).toBe('cron(30 18 * * ? *)');
    expect(target.Arn).toBe('arn:aws:scheduler:::aws-sdk:dynamodb:exportTableToPointInTime');
    expect(pointsTo(target.Input)).toMatch(/S3Bucket.*bindery-prod-vault-444455556666.*S3BucketOwner.*444455556666/);
  });
  it('is made by a role that can export one table and write to one bucket, and read neither', () => {
    const [policy] = prod
      .of('AWS::IAM::Policy')
      .filter(({ Properties }) => pointsTo(Properties['Roles']).includes('ExportRole'));
    const actions = Object(policy?.Properties['PolicyDocument']).Statement.flatMap(actionsOf);
    expect(actions.filter((action: string) => /Get(Item|Object)|Query|Scan|List/.test(action))).toEqual([]);
    expect(actions).toContain('dynamodb:ExportTableToPointInTime');
  });
  it('tells somebody when it could not be asked for', () => {
    expect(pointsTo(target.DeadLetterConfig)).toContain('exportdead');
    const names = prod.of('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties['AlarmName']);
    expect(names).toContain('bindery-prod export gives up');
  });
  it('is made by the site that writes and by no other', () => {
    expect(schedule?.stack).toBe('bindery-prod-watch');
  });
});

describe('the vault', () => {
  it('lies in an account of its own and keeps a month of exports that nobody can delete', () => {
    const [vault] = inVault('AWS::S3::Bucket').filter(({ Properties }) => Properties['ObjectLockEnabled'] === true);
    expect(vault?.Properties).toMatchObject({
      BucketName: 'bindery-prod-vault-444455556666',
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } } },
    });
    // Who was erased has to be erased here too, after 35 days and the one on which old versions go.
    expect(pointsTo(vault?.Properties['LifecycleConfiguration'])).toMatch(/"ExpirationInDays":35/);
  });
  it('lets one role of each site bring something, and lets nobody there take anything', () => {
    const statements = inVault('AWS::S3::BucketPolicy').flatMap(
      ({ Properties }) =>
        Object(Properties['PolicyDocument']).Statement as readonly { Effect: string; Action: string }[],
    );
    const allowed = statements.filter((one) => one.Effect === 'Allow' && pointsTo(one).includes('111122223333'));
    expect(allowed).toHaveLength(1);
    expect(allowed.flatMap((one) => actionsOf(one as never))).toEqual([
      's3:AbortMultipartUpload',
      's3:PutObject',
      's3:PutObjectAcl',
    ]);
    expect(allowed.map((one) => Object(one).Condition)).toEqual([
      {
        ArnEquals: {
          'aws:PrincipalArn': [
            'arn:aws:iam::111122223333:role/bindery-prod-export',
            'arn:aws:iam::111122223333:role/bindery-prod-standby-export',
          ],
        },
      },
    ]);
  });
  it('is nobody’s who only tries things out', () => {
    const dev = synthesise([health, quoting, payments, claims, audit], 'dev');
    expect(dev.resources.filter(({ stack }) => stack === 'bindery-dev-vault')).toEqual([]);
  });
});
