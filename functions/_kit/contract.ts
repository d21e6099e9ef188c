import type * as z from 'zod';
import type { RefusalCatalogue } from '../../domain/shared/refusal.ts';
import type { EventType, ReadableKind, RootKind } from './aggregates.ts';
import type { HttpRequest } from './http/state.ts';
import type { TenantSecrets } from './platform.ts';
import type { ServiceName } from './services.ts';
import type { Rate } from './token-bucket.ts';
import type { WakeUpType } from './wake-up.ts';

/**
 * What only the platform's own clockwork touches: `head` and `feed` (audit), `recorded` (records by minute), `due`
 * (what is due, and how far it is drained), `tenants` (who they are), `clock` (where a sandbox's time stands) and
 * `deliveries` (what was sent to endpoints).
 */
export type Internal = 'head' | 'feed' | 'recorded' | 'due' | 'tenants' | 'clock' | 'deliveries';

/** Access patterns beyond reading by id. */
export type ListPattern =
  | 'byKind'
  | 'byCustomer'
  | 'byReference'
  | 'queue'
  | 'history'
  | 'head'
  | 'checkpoint'
  | 'feed'
  | 'events'
  | 'inbox'
  | 'generation'
  | 'deliveries'
  | 'revoked';

/** What the insurer promises, and which alarm rings red while it is broken. */
export type Promised = 'partners-can-sell' | 'money-is-applied' | 'claims-are-paid' | 'evidence-holds';

/** What an entry touches. Ports, least-privilege IAM and the reference docs follow from it. */
export type Footprint = {
  /** Kinds that a command loads in its one consistent read. */
  readonly reads: readonly ReadableKind[];
  /** Aggregates whose state and operation record it writes. */
  readonly writes: readonly RootKind[];
  /** Event types that its records may carry. */
  readonly emits: readonly EventType[];
  /** Says that it claims or frees unique business keys (an order, a device). */
  readonly unique?: boolean;
  /** Says that it lists or reads history, by these access patterns. */
  readonly lists?: readonly ListPattern[];
  /** Services beyond the table, by the name of their port. */
  readonly uses: readonly ServiceName[];
  /** Parts of the table that belong to the platform itself: audited heads, the feed, due items and so on. */
  readonly internals?: readonly Internal[];
  /** One sentence on who is hurt when this entry fails; it is the alarm's text. */
  readonly ifBroken: string;
  /** The promise that is broken then; none, where people can wait until somebody has looked. */
  readonly promise?: Promised;
};

/**
 * Partners and staff carry a token; the public and providers name a tenant in the path and prove it otherwise; anyone
 * names none.
 */
export type Caller = 'partner' | 'staff' | 'public' | 'provider' | 'anyone';

export type EndpointContract = Footprint & {
  readonly method: 'GET' | 'POST';
  /** Path under `/v1`, with `{name}` segments. */
  readonly path: string;
  /** Says that the path stands at the root, where a standard looks for it. */
  readonly atRoot?: boolean;
  readonly summary: string;
  readonly description?: string;
  /** Who calls; callers of one kind and capability share a function. */
  readonly caller: Caller;
  /** The scope that a partner's or a person's token must carry; none for public and provider entries. */
  readonly scope?: string;
  /** For staff: the roles of which the person must hold one. */
  readonly roles?: readonly string[];
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** What `?include=` may add to the answer, each with the scope that it needs besides the entry's own. */
  readonly includes?: Readonly<Record<string, string>>;
  readonly body?: z.ZodType;
  /** Reads the body as raw bytes for a signature, and leaves parsing to the handler. */
  readonly rawBody?: boolean;
  /** Says that the body is a form (`application/x-www-form-urlencoded`); the handler parses the raw one. */
  readonly form?: boolean;
  /** For an entry without a token: whose call it is, by what it carries. */
  readonly tenantOf?: (request: HttpRequest) => string | undefined;
  /** For an entry that acts on who the tenant is, whatever generation of it a token names. */
  readonly home?: (tenant: string) => string;
  /** For a command that makes its tenant in its own transaction: the secret that stands, or a new one. */
  readonly founds?: (tenants: TenantSecrets, tenant: string) => ReturnType<TenantSecrets['newSecret']>;
  /** What the idempotency key has to be, where any text will not do. */
  readonly key?: z.ZodType;
  /** Says that the answer shows a secret: it is kept sealed, and only a retry with the same key opens it. */
  readonly secretAnswer?: boolean;
  /** Members and headers that a standard asks of this entry's refusals, beside those of a problem. */
  readonly problemForm?: (code: string, detail: string) => { readonly members: object; readonly headers: object };
  readonly response: z.ZodType;
  readonly success: 200 | 201 | 202;
  readonly refusals: RefusalCatalogue;
  /** Says that it goes: days (`2027-01-31`) in UTC, at least twelve months apart, and what to call instead. */
  readonly deprecated?: { readonly since: string; readonly sunset: string; readonly instead: string };
  /** How often one caller may ask, where it is not as often as its class (`limits.ts`) may. */
  readonly limit?: Rate;
  /**
   * The kind of the one object that it shows or changes: its answers carry the object's version as `ETag`, and it takes
   * `If-Match` (a command) or `If-None-Match` (a read).
   */
  readonly object?: ReadableKind;
  /** Says that callers see more or less of the object by their rights, so that no version of it can be held. */
  readonly masks?: boolean;
  /** The id of the operation that it previews: it answers what that would do, and a token that confirms it. */
  readonly previews?: string;
  /** Says that it acts only on the token of a preview of the very same request. */
  readonly confirms?: boolean;
  /**
   * The operation of a provider that it does again on behalf of a person: what it does is kept under the keys of that
   * operation, in its form, so that it is done once whoever asks for it.
   */
  readonly replays?: { readonly id: string; readonly response: z.ZodType; readonly success: 200 | 201 | 202 };
  /** The operations of the same capability and caller that it takes many of in one call, each under its own key. */
  readonly batch?: readonly string[];
  /** Asks for a function of its own instead of the capability's shared one. */
  readonly ownFunction?: boolean;
  /** File names under `examples/http/` with a request that runs in the tests. */
  readonly examples?: { readonly request?: unknown; readonly response?: unknown };
};

export type SubscriberContract = Footprint & {
  readonly summary: string;
  /** Events by their types; or every record; or what is due of one kind. */
  readonly on: readonly EventType[] | readonly ['operation.recorded'] | readonly [WakeUpType];
  /** How many events one call takes at most; 1 unless said. */
  readonly batch?: number;
  /** How many calls run side by side in the cloud, where they mostly wait for somebody slow outside. */
  readonly atOnce?: number;
};

export type ScheduleContract = Footprint & { readonly summary: string; readonly everyMinutes: number };

export type Named<C> = C & { readonly id: string; readonly capability: string };
type NamedAll<T> = { readonly [K in keyof T]: T[K] & { readonly id: K & string; readonly capability: string } };

/** A capability's entries by id, as its `contract.ts` declares them. */
export type Capability = {
  readonly name: string;
  readonly endpoints: Readonly<Record<string, Named<EndpointContract>>>;
  readonly subscribers: Readonly<Record<string, Named<SubscriberContract>>>;
  readonly schedules: Readonly<Record<string, Named<ScheduleContract>>>;
};

const named = <T extends object>(capability: string, entries: T): NamedAll<T> =>
  Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { ...entry, id, capability }])) as NamedAll<T>;

/**
 * Declares every way into one capability. The route, validation, ports, IAM, OpenAPI, rules, alarms and the local
 * server are derived from what is given here and from nothing else.
 */
export const capability = <
  const E extends Record<string, EndpointContract> = Record<never, never>,
  const S extends Record<string, SubscriberContract> = Record<never, never>,
  const T extends Record<string, ScheduleContract> = Record<never, never>,
>(
  name: string,
  entries: { endpoints?: E; subscribers?: S; schedules?: T },
) => ({
  name,
  endpoints: named(name, entries.endpoints ?? ({} as E)),
  subscribers: named(name, entries.subscribers ?? ({} as S)),
  schedules: named(name, entries.schedules ?? ({} as T)),
});

/** `bindPolicy` → `bind-policy`, the entry's file name in every tree. */
export const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Where an endpoint is served, from the root of the host on. */
export const servedAt = ({ path, atRoot }: { readonly path: string; readonly atRoot?: boolean }): string =>
  atRoot === true ? path : `/v1${path}`;

/** Says whether the path names an object that has a version. */
const hasVersion = ({ object, path }: EndpointContract): boolean =>
  object !== undefined && path.includes(`{${object}Id}`);

/** Says whether the caller can demand a version: of what is changed, and of what is previewed. */
export const takesIfMatch = (contract: EndpointContract): boolean => contract.method === 'POST' && hasVersion(contract);

/** Says whether the caller can name a version that it holds; where rights decide what is shown, none can be held. */
export const takesIfNoneMatch = (contract: EndpointContract): boolean =>
  contract.method === 'GET' && hasVersion(contract) && contract.masks !== true;

/** Says whether a POST changes something and so needs an `Idempotency-Key`. */
export const isCommand = (contract: EndpointContract): boolean =>
  contract.method === 'POST' && contract.writes.length > 0 && contract.caller !== 'provider';

/** What an `Idempotency-Key` looks like, in its header or in an item of a batch. */
export const idempotencyKeyForm = /^[\x21-\x7e]{8,255}$/;
