import type { Instant } from '../_kit/clock.ts';

const patienceMs = 2_000;

/** Asks the platform itself what time it is in a sandbox, for a function that reads no table. */
export const sandboxTime =
  (api: string) =>
  async (tenant: string): Promise<Instant> => {
    const response = await fetch(`${api}/v1/tenants/${tenant}/clock`, { signal: AbortSignal.timeout(patienceMs) });
    const { now } = (await response.json()) as { readonly now?: unknown };
    if (typeof now !== 'string') throw new Error(`The clock of ${tenant} answers ${response.status}, and no time.`);
    return now;
  };
