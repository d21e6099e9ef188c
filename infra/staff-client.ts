import { Duration } from 'aws-cdk-lib';
import {
  ClientAttributes,
  OAuthScope,
  type UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import type { Stage } from './stages.ts';

/** Where the insurer's desk takes people back after the login, and after the logout. */
const deskOf = ({ mail }: Stage): string => `https://staff.${mail.identity}`;

/**
 * The application through which people log in: a public one, by authorization code with PKCE and in no other way. What
 * it earns is short, for an ID token cannot be called back: after five minutes the pool is asked again.
 */
export const staffClient = (pool: UserPool, stage: Stage): UserPoolClient => {
  const desk = deskOf(stage);
  return pool.addClient('Desk', {
    userPoolClientName: `bindery-${stage.name}-desk`,
    generateSecret: false,
    // A client without any flow gets those of passwords by default; custom challenges do nothing in a pool without
    // functions for them, and the login page needs no flow.
    authFlows: { custom: true },
    authSessionValidity: Duration.minutes(3),
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [`${desk}/signed-in`],
      logoutUrls: [`${desk}/signed-out`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(10),
    // Used once: a public client cannot prove itself, so that a stolen one has to be noticed (RFC 9700, 4.14.2).
    refreshTokenRotationGracePeriod: Duration.seconds(10),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true }).withCustomAttributes('tenant'),
    // An empty list would mean all; the language of one's pages is nobody's secret and nobody's right.
    writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
  });
};
