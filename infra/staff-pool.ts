import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolGroup,
  CfnUserPoolRiskConfigurationAttachment,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { staffClient } from './staff-client.ts';
import { staffGroups } from './staff-groups.ts';
import type { Stage } from './stages.ts';

/** Where the issuer of access tokens finds who a person is. */
export type StaffPool = { readonly issuer: string; readonly clientId: string };

/** Cognito wants a prefix that nobody in the Region has: the stage's name, and the domain that is the insurer's. */
const prefixOf = ({ name, mail }: Stage): string =>
  `bindery-${name}-${mail.identity.replaceAll('.', '-')}`.slice(0, 63).replace(/-$/, '');

const invitation = {
  emailSubject: 'Your access to the insurer’s desk',
  emailBody:
    'You were invited as {username}. Your first password is {####}, for a day. Have an authenticator app at hand.',
};

const userPool = (stack: Stack, { name, keepsData }: Stage): UserPool =>
  new UserPool(stack, 'StaffPool', {
    userPoolName: `bindery-${name}-staff`,
    // People are invited; nobody makes themselves one of the insurer's.
    selfSignUpEnabled: false,
    userInvitation: invitation,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    // A new address counts once it is proved, so that nobody's password is reset to a mailbox of somebody else.
    keepOriginal: { email: true },
    // Not "required", though everybody has one by their name: what is required every application may write.
    standardAttributes: { email: { required: false, mutable: true } },
    // Whose person somebody is, is said once, by whoever invites them.
    customAttributes: { tenant: new StringAttribute({ minLen: 3, maxLen: 40, mutable: false }) },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      passwordHistorySize: 12,
      tempPasswordValidity: Duration.days(1),
    },
    // Threat protection is a part of this plan alone.
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });

/** What is done about a login that looks stolen. Everybody has a second factor already, so only a block is more. */
const threats = (stack: Stack, pool: UserPool): void => {
  const action = (eventAction: 'BLOCK' | 'MFA_REQUIRED') => ({ eventAction, notify: false });
  new CfnUserPoolRiskConfigurationAttachment(stack, 'StaffThreats', {
    userPoolId: pool.userPoolId,
    clientId: 'ALL',
    compromisedCredentialsRiskConfiguration: {
      actions: { eventAction: 'BLOCK' },
      eventFilter: ['SIGN_IN', 'PASSWORD_CHANGE'],
    },
    accountTakeoverRiskConfiguration: {
      actions: {
        lowAction: action('MFA_REQUIRED'),
        mediumAction: action('MFA_REQUIRED'),
        highAction: action('BLOCK'),
      },
    },
  });
};

/** The pages of the login. Managed login shows nothing until it has a branding. */
const loginPages = (stack: Stack, stage: Stage, pool: UserPool, client: UserPoolClient): void => {
  pool.addDomain('Domain', {
    cognitoDomain: { domainPrefix: prefixOf(stage) },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  new CfnManagedLoginBranding(stack, 'StaffLogin', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
};

const roleGroups = (stack: Stack, pool: UserPool): void => {
  for (const { name, description } of staffGroups())
    new CfnUserPoolGroup(stack, `StaffGroup-${name}`, { userPoolId: pool.userPoolId, groupName: name, description });
};

/** The directory in which the insurer's people log in (docs/operations/staff.md). */
export const staffPool = (stack: Stack, stage: Stage): StaffPool => {
  const pool = userPool(stack, stage);
  const client = staffClient(pool, stage);
  threats(stack, pool);
  roleGroups(stack, pool);
  loginPages(stack, stage, pool, client);
  return { issuer: pool.userPoolProviderUrl, clientId: client.userPoolClientId };
};
