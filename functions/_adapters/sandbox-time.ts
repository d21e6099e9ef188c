import type { Instant } from '../_kit/clock.ts';
import { getJson } from './get-json.ts';

const patienceMs = 2_000;

/** Asks the platform itself what time it is in a sandbox, for a function that reads no table. */
export const sandboxTime =
  (api: string) =>
  async (tenant: string): Promise<Instant> => {
    const { status, body } = await getJson(new URL(`${api}/v1/tenants/${tenant}/clock`), { patienceMs });
    const { now } = body as { readonly now?: unknown };
    if (typeof now !== 'string') throw new Error(`The clock of ${tenant} answers ${status}, and no time.`);
    return now;
  };
