import { lambdaVariable } from './environment.ts';

/**
 * Lambda gives a function its credentials in the environment, and never others. The SDK's own search through files,
 * single sign-on and metadata services is left out of the bundles, for it weighs more than the rest of a client.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: lambdaVariable('AWS_ACCESS_KEY_ID'),
  secretAccessKey: lambdaVariable('AWS_SECRET_ACCESS_KEY'),
  sessionToken: lambdaVariable('AWS_SESSION_TOKEN'),
});
