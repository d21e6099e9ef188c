import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { describe, expect, it } from 'vitest';
import { authorityBands } from '../../domain/claims/authority.ts';
import { staffRoles } from '../../domain/partners/roles.ts';
import { tokenSeconds } from '../../functions/partners/issue-token.ts';
import { staffGroups } from '../../infra/staff-groups.ts';
import { type StaffPool, staffPool } from '../../infra/staff-pool.ts';
import { nagged } from './nagged.ts';
import { pointsTo, stageNamed } from './synth.ts';

const poolOf = (name: 'dev' | 'prod') => {
  const made: StaffPool[] = [];
  const synthesised = nagged((stack) => void made.push(staffPool(stack, stageNamed(name, { domain: 'insurer.test' }))));
  const one = (type: string) => synthesised.of(`AWS::Cognito::${type}`)[0];
  return { ...synthesised, made: made[0], one, propertiesOf: (type: string) => one(type)?.Properties };
};
const prod = poolOf('prod');

describe('the pool of the insurer’s people', () => {
  it('leaves no finding open, and takes none on', () => {
    expect([prod.violations, prod.takenOn]).toEqual([[], []]);
    expect(() => nagged((stack) => void new UserPool(stack, 'Careless'))).toThrow('AwsSolutions-COG2');
  });
  it('takes nobody who was not invited, for a day', () => {
    expect(prod.propertiesOf('UserPool')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 1 } },
    });
  });
  it('demands a second factor of everybody, by an authenticator and never by a text message', () => {
    expect(prod.propertiesOf('UserPool')).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
    expect(prod.text).not.toMatch(/SmsConfiguration|SMS_MFA/);
  });
  it('knows strong passwords, none of the last twelve, and gives a forgotten one back by mail alone', () => {
    expect(prod.propertiesOf('UserPool')).toMatchObject({
      Policies: {
        PasswordPolicy: {
          ...{ MinimumLength: 14, PasswordHistorySize: 12 },
          ...{ RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true },
        },
      },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
  });
  it('enforces threat protection, which is a part of the Plus plan', () => {
    expect(prod.propertiesOf('UserPool')).toMatchObject({
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
    expect(prod.propertiesOf('UserPoolRiskConfigurationAttachment')).toMatchObject({
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK' } } },
    });
  });
  it('keeps whose person somebody is as an attribute that cannot change', () => {
    expect(prod.propertiesOf('UserPool')?.['Schema']).toEqual(
      expect.arrayContaining([expect.objectContaining({ Name: 'tenant', Mutable: false })]),
    );
  });
  it('outlives its stack where data do, and cannot be deleted there by mistake', () => {
    const kept = (name: 'dev' | 'prod') => {
      const pool = poolOf(name).one('UserPool');
      return [Reflect.get(Object(pool), 'DeletionPolicy'), pool?.Properties['DeletionProtection']];
    };
    expect(kept('prod')).toEqual(['Retain', 'ACTIVE']);
    expect(kept('dev')).toEqual(['Delete', 'INACTIVE']);
  });
  it('is found at a domain that the stage and the operator name', () => {
    expect(prod.propertiesOf('UserPoolDomain')).toMatchObject({ Domain: 'bindery-prod-insurer-test' });
    expect(prod.of('AWS::Cognito::ManagedLoginBranding')).toHaveLength(1);
  });
  it('tells the issuer of tokens where it is and by which application, and nothing secret', () => {
    expect(pointsTo(prod.made?.issuer)).toMatch(/Token/);
    expect(prod.of('AWS::SecretsManager::Secret')).toEqual([]);
  });
});

describe('the application of the insurer’s people', () => {
  const client = prod.propertiesOf('UserPoolClient');
  const minutesOf = (name: string) => client?.[name];

  it('is public, and logs in by authorization code alone', () => {
    expect(client).toMatchObject({
      ...{ GenerateSecret: false, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] },
      ...{ SupportedIdentityProviders: ['COGNITO'], PreventUserExistenceErrors: 'ENABLED' },
      CallbackURLs: ['https://staff.insurer.test/signed-in'],
    });
    expect(client?.['ExplicitAuthFlows']).toEqual(['ALLOW_CUSTOM_AUTH']);
    expect(prod.propertiesOf('UserPool')).not.toHaveProperty('LambdaConfig');
  });
  it('earns tokens that live no longer than ours, and has to log in again on the next day', () => {
    expect(client?.['TokenValidityUnits']).toEqual({
      ...{ AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    });
    expect([minutesOf('IdTokenValidity'), minutesOf('AccessTokenValidity')]).toEqual([5, 5]);
    expect(Number(minutesOf('IdTokenValidity')) * 60).toBe(tokenSeconds);
    expect(Number(minutesOf('RefreshTokenValidity'))).toBeLessThanOrEqual(12 * 60);
  });
  it('uses a refresh token once, and can have it taken back', () => {
    expect(client).toMatchObject({ RefreshTokenRotation: { Feature: 'ENABLED' }, EnableTokenRevocation: true });
  });
  it('reads the tenant, and writes neither it nor anything else that counts', () => {
    expect(client?.['ReadAttributes']).toEqual(expect.arrayContaining(['custom:tenant']));
    expect(client?.['WriteAttributes']).toEqual(['locale']);
  });
});

describe('the groups of the insurer’s people', () => {
  const made = prod.of('AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties);
  const of = (name: string, groups = staffGroups()) => groups.find((one) => one.name === name)?.description;

  it('are the roles of the domain, one each', () => {
    const roles = new Set(staffRoles.map(({ role }) => role));
    expect(made.map(({ GroupName }) => GroupName).toSorted()).toEqual([...roles].toSorted());
    expect(made.map(({ Description }) => Description)).toEqual(staffGroups().map(({ description }) => description));
  });
  it('say what their people may do, and up to what they may approve', () => {
    // 500 000 and 5 000 000 minor units of a currency with two decimals.
    expect(of('claims_approver')).toBe(
      'From 2026-01-01: Approve and reject claims within the band, with the form that was reported. ' +
        'From 2026-01-01: Approves claims up to CNY 5,000.00.',
    );
    expect(of('claims_director')).toContain('CNY 50,000.00');
    expect(of('finance')).not.toContain('up to');
    for (const { role } of authorityBands) expect(of(role)).toContain('Approves claims up to');
  });
  it('name what comes later beside what is now, in its order', () => {
    const roles = [
      { from: '2027-07-01T00:00:00.000Z', role: 'finance', scopes: [], may: 'Do more.' },
      { from: '2026-01-01T00:00:00.000Z', role: 'finance', scopes: [], may: 'Do some.' },
    ];
    const bands = [{ from: '2027-01-01T00:00:00.000Z', role: 'finance', currency: 'CNY', most: 1 }];
    expect(staffGroups(roles, bands)).toEqual([
      {
        name: 'finance',
        description:
          'From 2026-01-01: Do some. From 2027-01-01: Approves claims up to CNY 0.01. From 2027-07-01: Do more.',
      },
    ]);
  });
  it('are never cut off in the middle of a right', () => {
    const roles = [{ from: '2026-01-01T00:00:00.000Z', role: 'finance', scopes: [], may: 'x'.repeat(2_048) }];
    expect(() => staffGroups(roles, [])).toThrow('too long');
  });
});
