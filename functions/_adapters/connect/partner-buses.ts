import type { PartnerBuses } from '../../_kit/services.ts';
import { defaultProvider } from '../lambda-credentials.ts';
import { partnerBuses } from '../partner-buses.ts';

/** Buses of partners, under the credentials of the function. */
export const connect = (): PartnerBuses => partnerBuses({ credentials: defaultProvider() });
