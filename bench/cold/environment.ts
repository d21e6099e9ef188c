import type { ServiceName } from '../../functions/_kit/services.ts';
import { inboxBucket, rotationSettings, type Setting, secretSetting, settings } from '../../functions/_kit/settings.ts';

const secrets = ['offerKeys', 'provider', 'providerWebhooks', 'tracking', 'flights'] as const satisfies ServiceName[];

/** Everything that any function asks of its environment, with every address on this machine. */
export const environmentAt = (outside: string, dynamoDb: string): Readonly<Record<string, string>> => {
  const values: Readonly<Record<Setting, string>> = {
    docsUrl: 'https://docs.bindery.test',
    issuer: outside,
    audience: 'bindery',
    jwksUrl: `${outside}/.well-known/jwks.json`,
    masterKey: 'arn:aws:kms:eu-central-1:123456789012:key/master',
    signingKey: 'arn:aws:kms:eu-central-1:123456789012:key/signing',
    tokenKey: 'arn:aws:kms:eu-central-1:123456789012:key/token',
    archiveBucket: 'archive',
    busName: 'bus',
    mailFrom: 'insurance@bindery.test',
    account: '123456789012',
  };
  return {
    ...Object.fromEntries(Object.entries(settings).map(([name, variable]) => [variable, values[name as Setting]])),
    ...Object.fromEntries(secrets.map((name) => [secretSetting(name), `arn:${name}`])),
    [inboxBucket]: 'inbox',
    [rotationSettings.secret]: 'arn:turned',
    [rotationSettings.distribution]: 'EDISTRIBUTION',
    [rotationSettings.door]: outside,
    PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: new URL(outside).port,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_ENDPOINT_URL: outside,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb,
    AWS_ENDPOINT_URL_KMS: outside,
  };
};
