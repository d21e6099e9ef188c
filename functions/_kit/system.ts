import type { Instant } from './clock.ts';
import type { Footprint } from './contract.ts';
import { base32 } from './crypto.ts';
import { makePorts } from './make-ports.ts';
import type { Meter, Platform } from './platform.ts';
import type { PortsOf } from './ports.ts';
import { isSignal } from './signals.ts';

const attemptsMax = 5;
const jitterMsMax = 40;

/** What makes one of our own entries act: an event, or the clock. Its id is the command's key. */
export type Cause = { readonly tenant: string; readonly id: string; readonly requestId: string };
export type OwnWork<C extends Footprint> = (ports: PortsOf<C>, now: Instant) => Promise<void>;

type Own<C extends Footprint> = C & { readonly id: string };

const portsFor = async <C extends Footprint>(contract: Own<C>, cause: Cause, platform: Platform, meter: Meter) => {
  const { tenant, id, requestId } = cause;
  const derivation = await platform.tenants.derivation(tenant);
  if (derivation === undefined) throw new Error(`${id} names the unknown tenant ${tenant}.`);
  const now = await platform.clock.business(tenant, meter);
  const ports = makePorts({
    platform,
    meter,
    contract,
    command: {
      tenant,
      operation: contract.id,
      actor: { kind: 'system', id: contract.id, roles: [], scopes: [] },
      requestId,
      callId: base32(platform.random(16)),
      causedBy: id,
      now,
      wall: platform.clock.wall(),
    },
    derivation,
    key: { text: id, asked: id },
    replyOf: () => ({ status: 204, body: '', contentType: 'application/json' }),
  });
  return { ports: ports as unknown as PortsOf<C>, now };
};

/**
 * Runs work of the platform's own until its effect stands: again when another command won, quietly when it stood
 * already. A throw means: try again later.
 */
export const runOwnWork = async <C extends Footprint>(
  contract: Own<C>,
  cause: Cause,
  given: { readonly platform: Platform; readonly meter: Meter },
  work: OwnWork<C>,
): Promise<'ok' | 'replayed'> => {
  const { platform, meter } = given;
  let last: unknown;
  for (let attempts = 0; attempts < attemptsMax; attempts += 1) {
    try {
      const { ports, now } = await portsFor(contract, cause, platform, meter);
      await work(ports, now);
      return 'ok';
    } catch (thrown) {
      if (!isSignal(thrown) || thrown.signal === 'key-reused') throw thrown;
      if (thrown.signal === 'answered') return 'replayed';
      last = thrown.cause;
      const [byte = 0] = platform.random(1);
      await platform.wait((jitterMsMax * 2 ** attempts * byte) / 255);
    }
  }
  throw last ?? new Error(`${contract.id} lost five races for ${cause.id}; it comes again.`);
};
