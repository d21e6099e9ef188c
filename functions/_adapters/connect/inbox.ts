import type { Inbox } from '../../_kit/services.ts';
import { inboxBucket } from '../../_kit/settings.ts';
import { lambdaVariable } from '../environment.ts';
import { s3Inbox } from '../inbox-s3.ts';
import { defaultProvider } from '../lambda-credentials.ts';

/** The bucket of what providers sent us, under the credentials of the function. */
export const connect = (): Inbox =>
  s3Inbox({
    bucket: lambdaVariable(inboxBucket),
    region: lambdaVariable('AWS_REGION'),
    credentials: defaultProvider(),
  });
