import { inRegion } from '../_kit/aws/in-region.ts';
import { lambdaVariable } from './environment.ts';
import { type Kms, kmsClient } from './kms-client.ts';
import { defaultProvider } from './lambda-credentials.ts';

/** KMS in the Region of this function, asked in the function's name. */
export const lambdaKms = (): Kms =>
  kmsClient(inRegion('kms', { region: lambdaVariable('AWS_REGION'), credentials: defaultProvider() }));
