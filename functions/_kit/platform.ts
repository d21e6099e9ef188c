import type { ClockStore } from './business-clock.ts';
import type { Clock } from './clock.ts';
import type { HttpRequest } from './http/state.ts';
import type { Limiter } from './limiter.ts';
import type { MadePorts, PortsContext } from './make-ports.ts';
import type { Actor } from './record.ts';
import type { Services } from './services.ts';
import type { AuditStore, DeliveryStore, DueStore, Store } from './store.ts';

/** Encrypts under keys that are themselves wrapped by a master key (KMS in the cloud, a key file on a laptop). */
export type Sealer = {
  /** A new data key, wrapped for one tenant and purpose. */
  newKey(context: string): Promise<string>;
  /** Compact JWE (`dir`, A256GCM) of a text under a wrapped key. */
  seal(wrappedKey: string, context: string, text: string): Promise<string>;
  open(wrappedKey: string, context: string, jwe: string): Promise<string>;
};

/**
 * A tenant's one derivation secret: ids, key items and lookup hashes follow from it, so it never rotates (design §4).
 */
export type TenantSecrets = {
  derivation(tenant: string): Promise<Uint8Array | undefined>;
  /** A new secret for a tenant that is yet to be made, and the same wrapped, as it is kept. */
  newSecret(tenant: string): Promise<{ readonly derivation: Uint8Array; readonly wrapped?: string }>;
};

export type VerifiedToken = {
  readonly tenant: string;
  readonly actor: Actor;
  /** Ids of what earned the token, the credential and its secret: it ends when one of them is revoked. */
  readonly earnedBy?: readonly string[];
};

/** Verifies bearer tokens; undefined for anything that is not a valid, unexpired token of ours. */
export type Tokens = { verify(token: string): Promise<VerifiedToken | undefined> };

/** One line per request or event; fields are chosen one by one, so that no body and no person ever enters it. */
export type LogLine = Readonly<Record<string, string | number | boolean | undefined>>;

/** Capacity units that a call has used so far, as the table reports them. */
export type Meter = { read: number; write: number };

/** Everything that differs between the cloud, a laptop and a test. Handlers see it only through narrowed ports. */
export type Platform = {
  /** Makes the ports of one call; a function that touches no table has fewer of them, and is lighter for it. */
  readonly ports: (context: PortsContext) => MadePorts;
  readonly clock: Clock;
  readonly store: (meter: Meter) => Store;
  readonly audit: (meter: Meter) => AuditStore;
  readonly due: (meter: Meter) => DueStore;
  readonly clocks: (meter: Meter) => ClockStore;
  readonly deliveries: (meter: Meter) => DeliveryStore;
  readonly services: Services;
  readonly tokens: Tokens;
  /** What callers may still ask, in the memory of this instance. */
  readonly limiter: Limiter;
  readonly tenants: TenantSecrets;
  readonly sealer: Sealer;
  /** Cryptographically random bytes; seeded in a simulation. */
  readonly random: (bytes: number) => Uint8Array;
  readonly wait: (ms: number) => Promise<void>;
  readonly log: (line: LogLine) => void;
  /** From which address a request came, as far as whoever stands before us can be believed. */
  readonly addressOf: (request: HttpRequest) => string | undefined;
  /** Where the docs live, for links in problems. */
  readonly docsUrl: string;
};
