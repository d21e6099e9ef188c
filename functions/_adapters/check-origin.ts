import { sameSecret } from '../_kit/crypto.ts';
import type { LogLine } from '../_kit/platform.ts';
import { takenByDoor } from '../_kit/rotation/origin-ring.ts';
import type { SecretReader } from './extension-secrets.ts';

/** What the gateway asks its authorizer (payload 2.0); the header of the origin secret is the one identity. */
export type DoorRequest = { readonly identitySource?: readonly string[] | null };

/**
 * Whether a request comes through the edge: it has to bring one of the values that the secret knows. All of them are
 * compared, each in constant time. A secret that cannot be read lets nobody in.
 */
export const originCheck =
  (read: SecretReader, log: (line: LogLine) => void) =>
  async ({ identitySource }: DoorRequest): Promise<{ readonly isAuthorized: boolean }> => {
    const [shown = ''] = identitySource ?? [];
    const matches = takenByDoor(await read()).map((value) => sameSecret(value, shown));
    const isAuthorized = matches.includes(true);
    if (!isAuthorized) log({ level: 'warn', operation: 'checkOrigin', outcome: 'refused' });
    return { isAuthorized };
  };
