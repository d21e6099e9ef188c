import type { Bus } from '../../_kit/services.ts';
import { lambdaVariable, setting } from '../environment.ts';
import { eventBus } from '../event-bus.ts';
import { defaultProvider } from '../lambda-credentials.ts';

/** The event bus, under the credentials of the function. */
export const connect = (): Bus =>
  eventBus({
    busName: setting('busName'),
    region: lambdaVariable('AWS_REGION'),
    credentials: defaultProvider(),
  });
