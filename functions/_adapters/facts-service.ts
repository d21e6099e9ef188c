import type { Flights, Tracking } from '../_kit/services.ts';
import type { SecretReader } from './extension-secrets.ts';
import { FlightReports, Parcel } from './facts/schema.ts';
import { textIn } from './secret-services.ts';

const patienceMs = 5_000;
const ask = async (read: SecretReader, ...path: readonly string[]): Promise<unknown> => {
  const [url, token] = [await textIn(read, 'url'), await textIn(read, 'token')];
  const response = await fetch([url, ...path.map(encodeURIComponent)].join('/'), {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status === 404) return undefined;
  // An answer that never came is no fact: the claim is looked at again later.
  if (!response.ok) throw new Error(`The facts service answers ${response.status}.`);
  return response.json();
};

/** A carrier's tracking at `<url>/parcels/<waybill>`; 404 for a parcel that it does not know. */
export const trackingService = (read: SecretReader): Tracking => ({
  parcel: async (waybill) => {
    const answer = await ask(read, 'parcels', waybill);
    return answer === undefined ? undefined : Parcel.parse(answer);
  },
});

/** Flight reports at `<url>/flights/<flight>/<date>`, one for each source; 404 where nothing is known. */
export const flightService = (read: SecretReader): Flights => ({
  status: async (flight, date) => {
    const answer = await ask(read, 'flights', flight, date);
    return answer === undefined ? [] : FlightReports.parse(answer);
  },
});
