import type { Flights } from '../../_kit/services.ts';
import { secretArn } from '../environment.ts';
import { extensionSecret } from '../extension-secrets.ts';
import { flightService } from '../facts-service.ts';

/** Flight reports, at the address that their secret names. */
export const connect = (): Flights => flightService(extensionSecret(secretArn('flights')));
