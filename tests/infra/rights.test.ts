import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { tableGrantsOf } from '../../infra/grants.ts';
import { groupsOf } from '../../infra/groups.ts';
import { platformFunctions } from '../../infra/platform-functions.ts';
import { letters } from './fixture.ts';
import { actionsOf, functionsOf, nameOf, pointsTo, statementsOf, synthesise } from './synth.ts';

const capabilities = [...(await loadCapabilities()), letters];
const groups = groupsOf(capabilities);
const synthesised = synthesise(capabilities);
const names = functionsOf(synthesised).map(nameOf);

const onTable = (name: string) =>
  statementsOf(synthesised, name).filter((one) => actionsOf(one).some((action) => action.startsWith('dynamodb:')));

/** Who may write objects of a bucket. */
const writing = (bucket: RegExp): readonly string[] =>
  names
    .filter((name) =>
      statementsOf(synthesised, name).some(
        (one) => actionsOf(one).includes('s3:PutObject') && bucket.test(pointsTo(one.Resource)),
      ),
    )
    .toSorted();

describe('the rights of a function', () => {
  it('are looked at for every function of every capability', () => {
    expect(names.toSorted()).toEqual([...groups, ...platformFunctions].map(({ name }) => name).toSorted());
  });
  it.each(groups.map((group) => [group.name, group] as const))(
    'of %s are what its contracts name',
    (name, { entries }) => {
      const stated = onTable(name).map((one) => ({
        actions: actionsOf(one),
        keys: one.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'],
      }));
      const flat = (keys: unknown) => [keys].flat();
      expect(stated.map(({ actions, keys }) => [actions, flat(keys)])).toEqual(
        tableGrantsOf(entries).map(({ actions, keys }) => [actions, keys]),
      );
    },
  );
  it.each(names)('of %s bind every use of the table to keys, and demand that there is one', (name) => {
    for (const { Condition, Resource } of onTable(name)) {
      expect(Condition).toMatchObject({ Null: { 'dynamodb:LeadingKeys': 'false' } });
      expect(Condition?.['ForAllValues:StringLike']).toHaveProperty(['dynamodb:LeadingKeys']);
      expect(pointsTo(Resource)).toMatch(/ImportValue.*Table.*Arn/);
      expect(pointsTo(Resource)).not.toContain('*');
    }
  });
  it('never hold a scan, an update or a wildcard', () => {
    const actions = names.flatMap((name) => statementsOf(synthesised, name).flatMap(actionsOf));
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action) => /Scan|UpdateItem|PartiQL|\*/.test(action))).toEqual([]);
  });
  it('delete due items and nothing else', () => {
    const deleting = names.flatMap(onTable).filter((one) => actionsOf(one).includes('dynamodb:DeleteItem'));
    expect(deleting.length).toBeGreaterThan(0);
    for (const { Condition } of deleting)
      expect(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']).toEqual(['DUE#*', 'T#*#DUE']);
  });
  it('of a quote hold no table and no bucket', () => {
    const rights = statementsOf(synthesised, 'create-quote').flatMap(actionsOf);
    expect(rights.toSorted()).toEqual(
      [
        'kms:Decrypt',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'secretsmanager:GetSecretValue',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ].toSorted(),
    );
  });
  it('reach the services that its contracts use: the archive, the bus and the signing key', () => {
    const allowed = (name: string) => statementsOf(synthesised, name).flatMap(actionsOf);
    expect(allowed('file-letter')).toEqual(expect.arrayContaining(['s3:PutObject', 's3:GetObject', 's3:ListBucket']));
    expect(allowed('empty-box')).toEqual(expect.arrayContaining(['events:PutEvents', 'kms:Sign', 'kms:GetPublicKey']));
    expect(allowed('letters-partner').filter((action) => /^(s3|events|kms:Sign)/.test(action))).toEqual([]);
  });
  it('sign tokens in one function alone, with a key that signs nothing else', () => {
    const signing = (name: string) =>
      statementsOf(synthesised, name).filter((one) => actionsOf(one).includes('kms:Sign'));
    const onTokenKey = names.filter((name) =>
      signing(name).some(({ Resource }) => /TokenKey/.test(pointsTo(Resource))),
    );
    expect(onTokenKey).toEqual(['partners-anyone']);
    for (const { Resource } of signing('partners-anyone')) expect(pointsTo(Resource)).not.toContain('SigningKey');
  });
  it('know the directory of people in the one function that issues tokens', () => {
    const knowing = functionsOf(synthesised).filter(({ Properties }) =>
      pointsTo(Properties['Environment'] ?? {}).includes('STAFF_'),
    );
    expect(knowing.map(nameOf)).toEqual(['partners-anyone']);
    const variables = Object(knowing[0]?.Properties['Environment']).Variables;
    for (const name of ['STAFF_ISSUER', 'STAFF_CLIENT_ID']) expect(pointsTo(variables[name])).toContain('ImportValue');
  });
  it('put events on buses of partners, and on none of this account', () => {
    const putting = names.flatMap((name) =>
      statementsOf(synthesised, name)
        .filter((one) => actionsOf(one).includes('events:PutEvents') && JSON.stringify(one).includes('event-bus/*'))
        .map((one) => [name, JSON.stringify(Object(one).Condition)] as const),
    );
    expect(putting.map(([name]) => name).toSorted()).toEqual([
      'deliver-webhooks',
      'retry-delivery',
      'webhooks-partner',
    ]);
    for (const [, condition] of putting) expect(condition).toMatch(/StringNotEquals.*aws:ResourceAccount/);
  });
  it('never take evidence away, and write it only where a contract uses the archive to write', () => {
    const allowed = (name: string) => statementsOf(synthesised, name).flatMap(actionsOf);
    const onArchive = names.flatMap(allowed).filter((action) => action.startsWith('s3:'));
    expect([...new Set(onArchive)].toSorted()).toEqual(['s3:GetObject', 's3:ListBucket', 's3:PutObject']);
    const writers = groups.filter(({ entries }) => entries.some(({ uses }) => uses.includes('archive')));
    expect(writing(/Archive/)).toEqual(writers.map(({ name }) => name).toSorted());
    expect(allowed('audit-partner').filter((action) => action.startsWith('s3:'))).toEqual([
      's3:GetObject',
      's3:ListBucket',
    ]);
  });
  it('write the inbox only where a contract uses it, and never delete from it', () => {
    const keepers = groups.filter(({ entries }) => entries.some(({ uses }) => uses.includes('inbox')));
    expect(keepers.length).toBeGreaterThan(0);
    expect(writing(/WebhookInbox/)).toEqual(keepers.map(({ name }) => name).toSorted());
  });
});

describe('the mail of the platform', () => {
  const sending = names.filter((name) =>
    statementsOf(synthesised, name).some((one) => actionsOf(one).includes('ses:SendEmail')),
  );

  it('is sent by one function, from one address of one identity', () => {
    expect(sending).toEqual(['notify-customers']);
    const [mail] = statementsOf(synthesised, 'notify-customers').filter((one) =>
      actionsOf(one).includes('ses:SendEmail'),
    );
    expect(mail?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'insurance@bindery.test' } });
    expect(pointsTo(mail?.Resource)).toMatch(/:ses:.*:identity\/bindery\.test"/);
    expect(pointsTo(mail?.Resource)).not.toContain('*');
  });
});
