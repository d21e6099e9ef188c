import { addMinutes } from '../../domain/shared/zone.ts';
import { noStaff } from '../../functions/_adapters/staff-tokens.ts';
import { tenantSecrets } from '../../functions/_adapters/tenant-secrets.ts';
import { tenantClock } from '../../functions/_kit/business-clock.ts';
import { epochSeconds } from '../../functions/_kit/clock.ts';
import { createLimiter } from '../../functions/_kit/limiter.ts';
import { makePorts } from '../../functions/_kit/make-ports.ts';
import { outside as asUnavailable } from '../../functions/_kit/outside.ts';
import type { Platform, VerifiedToken } from '../../functions/_kit/platform.ts';
import type { Archive, Inbox, InboxFile } from '../../functions/_kit/services.ts';
import { auditTable } from '../../functions/_storage/audit-table.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { clockTable } from '../../functions/_storage/clock-table.ts';
import { PutCommand } from '../../functions/_storage/commands.ts';
import { deliveryTable } from '../../functions/_storage/delivery-table.ts';
import { dueTable } from '../../functions/_storage/due-table.ts';
import { keys, minuteOf, tableDefinition } from '../../functions/_storage/keys.ts';
import { tableStore } from '../../functions/_storage/table.ts';
import type { InProcessEngine } from '../../local/engine/engine.ts';
import type { Chance } from './chance.ts';
import type { VirtualClock } from './clock.ts';
import { plain, seededSealer, seededSigner, seededWrapper, webhookSignature } from './crypto.ts';
import type { standingWakeUps } from './due.ts';
import type { factsOfTheWorld } from './facts.ts';
import type { Injector } from './faults.ts';
import type { Mailbox } from './mailbox.ts';
import { keptBy, type Outside } from './outside.ts';
import type { SimulatedProvider } from './provider.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimulatedReceivers } from './webhook-receivers.ts';

/** A live shop, and two that rehearse: their time is their own. */
export const tenants = ['shop-a', 'sandbox-b', 'sandbox-c'] as const;
export type Tenant = (typeof tenants)[number];

/** Both tenants stand in the table before anything happens, and the clockworks have been ticking. */
export const seedTable = async ({ client }: InProcessEngine, now: string): Promise<void> => {
  const { tableName: TableName } = tableDefinition;
  const marks = [
    { ...keys.watermark(), m: minuteOf(addMinutes(now, -1)) },
    { ...keys.swept(), m: minuteOf(addMinutes(now, -6)) },
  ];
  for (const Item of marks) await client.send(new PutCommand({ TableName, Item }));
  for (const tenant of tenants) {
    await client.send(new PutCommand({ TableName, Item: { ...keys.tenant(tenant), w: `wrapped ${tenant}` } }));
    await client.send(new PutCommand({ TableName, Item: keys.tenants(tenant) }));
  }
};

/** Write-once storage in memory, behind a boundary. */
const archiveOf = (outside: Outside) => {
  const files = new Map<string, string>();
  const write = (name: string, text: string): 'written' | 'same' | 'different' => {
    const there = files.get(name);
    if (there !== undefined) return there === text ? 'same' : 'different';
    files.set(name, text);
    return 'written';
  };
  const archive: Archive = {
    write: (name, text) => outside(() => write(name, text)),
    read: (name) => outside(() => files.get(name)),
  };
  return { files, archive };
};

/** The inbox in memory, behind a boundary. */
const inboxOf = (outside: Outside) => {
  const files = new Map<string, InboxFile>();
  const write = (name: string, text: string, over: string | undefined): string | undefined => {
    if (files.get(name)?.version !== over) return undefined;
    const version = String(Number(over ?? 0) + 1);
    files.set(name, { text, version });
    return version;
  };
  const names = (folder: string, behind: string, limit: number): readonly string[] =>
    [...files.keys()]
      .filter((name) => name.startsWith(folder) && name > behind)
      .toSorted()
      .slice(0, limit);
  const inbox: Inbox = {
    read: (name) => outside(() => files.get(name)),
    write: (name, text, over) => outside(() => write(name, text, over)),
    names: (folder, behind, limit) => outside(() => names(folder, behind, limit)),
  };
  return { inboxFiles: files as ReadonlyMap<string, InboxFile>, inbox };
};

export type PlatformSetup = {
  readonly chance: Chance;
  readonly client: TableClient;
  readonly clock: VirtualClock;
  readonly wakeUps: ReturnType<typeof standingWakeUps>;
  readonly facts: ReturnType<typeof factsOfTheWorld>;
  readonly faults: Injector;
  readonly outside: Outside;
  readonly provider: SimulatedProvider;
  readonly mailbox: Mailbox;
  readonly scheduler: Scheduler;
  readonly receivers: SimulatedReceivers;
  readonly publish: Platform['services']['bus']['publish'];
  readonly settled: Platform['services']['reactions']['settled'];
};

/** The production chain, ports, adapter and domain, with everything around them seeded and without real time. */
export const simulatedPlatform = (setup: PlatformSetup) => {
  const { chance, client, clock, wakeUps, facts, faults, outside, provider, mailbox, receivers, scheduler } = setup;
  const { publish, settled } = setup;
  const kept = keptBy(faults);
  const { files, archive } = archiveOf(outside);
  const { inboxFiles, inbox } = inboxOf(outside);
  const tokens = new Map<string, VerifiedToken>();
  const logged: string[] = [];
  const sealer = seededSealer(chance.bytes);
  const offerKey = { kid: 'k1', secret: chance.bytes(32) };
  const secrets = new Map<string, Uint8Array>(tenants.map((tenant) => [tenant, Buffer.from(tenant.padEnd(32))]));
  const store = tableStore(client, plain);
  const clocks = clockTable(client);
  const made = tenantSecrets(store({ read: 0, write: 0 }), seededWrapper(sealer), chance.bytes);
  /** Those who were there from the beginning have their secret at hand; those who were made have it in the table. */
  const secretOf = (tenant: string) =>
    secrets.has(tenant) ? kept(() => secrets.get(tenant)) : made.derivation(tenant);
  const platform: Platform = {
    ports: makePorts,
    clock: tenantClock(clocks, clock.wall),
    clocks,
    store,
    audit: auditTable(client, plain),
    due: (meter) => wakeUps.sparse(dueTable(client)(meter)),
    deliveries: deliveryTable(client),
    tokens: { verify: async (token) => tokens.get(token) },
    limiter: createLimiter(),
    tenants: {
      derivation: (tenant) => asUnavailable(() => secretOf(tenant)),
      newSecret: (tenant) => asUnavailable(() => kept(() => tenant)).then(made.newSecret),
    },
    sealer: { ...sealer, newKey: (context) => asUnavailable(() => kept(() => context)).then(sealer.newKey) },
    random: chance.bytes,
    wait: () => scheduler.gate(),
    log: (line) => void logged.push(JSON.stringify(line)),
    addressOf: ({ requestContext }) => requestContext?.http?.sourceIp,
    docsUrl: 'https://bindery.test/docs',
    services: {
      archive,
      inbox,
      bus: { publish },
      reactions: { settled },
      evidence: { read: archive.read },
      flights: { status: (flight, date) => outside(() => facts.flights(flight, date)) },
      offerKeys: {
        current: () => kept(() => offerKey),
        find: (kid) => kept(() => (kid === offerKey.kid ? offerKey : undefined)),
      },
      mailer: mailbox.mailer,
      provider: provider.provider,
      providerWebhooks: {
        signedAt: ({ tenant, rawBody, signature, wall }) =>
          kept(() => (signature === webhookSignature(tenant, rawBody) ? epochSeconds(wall) : undefined)),
      },
      signer: { sign: (payload, type) => kept(() => undefined).then(() => seededSigner.sign(payload, type)) },
      tokenSigner: {
        ...{ issuer: 'https://bindery.test', audience: 'bindery', documentation: 'https://bindery.test/docs' },
        sign: (claims) => kept(() => claims).then((one) => seededSigner.sign(one, 'at+jwt')),
        keys: () => kept(() => [{ kty: 'oct', kid: 'simulation' }]),
      },
      staffDirectory: noStaff,
      sandboxes: { webhookSecret: (tenant) => kept(() => `whsec_${tenant}`) },
      webhookSender: receivers.webhookSender,
      partnerBuses: receivers.partnerBuses,
      webhookRules: { rules: async () => ({ loopback: false, ownAccount: '123456789012' }) },
      tracking: { parcel: (waybill) => outside(() => facts.parcel(waybill)) },
    },
  };
  return { platform, files, inboxFiles, tokens, logged };
};
