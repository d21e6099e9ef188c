import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createLocalJWKSet } from 'jose';
import { fileArchive } from '../functions/_adapters/archive-files.ts';
import { es256Signer } from '../functions/_adapters/es256-signer.ts';
import { fileInbox } from '../functions/_adapters/inbox-files.ts';
import { jweSealer, type KeyWrapper } from '../functions/_adapters/jwe-sealer.ts';
import { jwtTokens } from '../functions/_adapters/jwt-tokens.ts';
import { randomPool } from '../functions/_adapters/random-pool.ts';
import { revocableTokens } from '../functions/_adapters/revocable-tokens.ts';
import { offerKeysIn } from '../functions/_adapters/secret-services.ts';
import { noStaff } from '../functions/_adapters/staff-tokens.ts';
import { stripeProvider } from '../functions/_adapters/stripe.ts';
import { stripeWebhooks } from '../functions/_adapters/stripe-webhooks.ts';
import { tenantSecrets } from '../functions/_adapters/tenant-secrets.ts';
import { tokenSigner } from '../functions/_adapters/token-signer.ts';
import { webhookSender } from '../functions/_adapters/webhook-sender.ts';
import { tenantClock } from '../functions/_kit/business-clock.ts';
import { type Clock, plusSeconds } from '../functions/_kit/clock.ts';
import type { CloudEvent } from '../functions/_kit/cloud-event.ts';
import { createLimiter } from '../functions/_kit/limiter.ts';
import { makePorts } from '../functions/_kit/make-ports.ts';
import type { LogLine, Platform } from '../functions/_kit/platform.ts';
import type { Mailer, Reactions } from '../functions/_kit/services.ts';
import { auditTable } from '../functions/_storage/audit-table.ts';
import type { TableClient } from '../functions/_storage/client.ts';
import { clockTable } from '../functions/_storage/clock-table.ts';
import { deliveryTable } from '../functions/_storage/delivery-table.ts';
import { dueTable } from '../functions/_storage/due-table.ts';
import { tableStore } from '../functions/_storage/table.ts';
import type { SandboxFacts } from './facts/facts.ts';
import { partnerBusFiles } from './partner-buses.ts';
import { rememberedClocks } from './remembered-clocks.ts';
import { type KeyFiles, publicJwk } from './seed/key-files.ts';
import { webhookSecretsOf } from './seed/webhook-secrets.ts';

/** For whom access tokens are made. */
export const audience = 'bindery';

export type PlatformSetup = {
  readonly dataFolder: string;
  readonly url: string;
  readonly client: TableClient;
  readonly keys: KeyFiles;
  readonly wrapper: KeyWrapper;
  readonly clock: Pick<Clock, 'wall'>;
  readonly facts: SandboxFacts;
  readonly mailer: Mailer;
  readonly providerPort: number;
  readonly publish: (events: readonly CloudEvent[]) => void;
  readonly reactions: Reactions;
  readonly log: (line: LogLine) => void;
  /** Whether nobody else writes to the table. */
  readonly isAlone?: boolean;
  /** Multiplies the published limits; 1 unless said. */
  readonly limitTimes?: number | undefined;
};

/**
 * The sandbox's key at the simulated provider; it follows from another key, for it opens nothing but the simulation.
 */
const providerKeyOf = (keys: KeyFiles): string =>
  `sk_test_${createHash('sha256').update(keys.token.kid).digest('hex').slice(0, 24)}`;

/** Revoked ids are read from the table beside us, over the same quarter of an hour that the document shows. */
const tokensOf = ({ url, keys, clock, client }: PlatformSetup): Platform['tokens'] => {
  const verifying = createLocalJWKSet({ keys: [publicJwk(keys.token)] });
  const store = tableStore(client)({ read: 0, write: 0 });
  return revocableTokens(
    jwtTokens({ issuer: url, audience, keys: verifying }, clock.wall),
    () => store.revokedSince(plusSeconds(clock.wall(), -15 * 60)),
    () => Date.parse(clock.wall()),
  );
};

/** The production adapters over what this machine has instead of AWS: files for KMS and S3, an engine for DynamoDB. */
export const localPlatform = (setup: PlatformSetup): Platform => {
  const { dataFolder, url, client, keys, wrapper, clock, facts, mailer, providerPort, publish, reactions, log } = setup;
  const clocks = setup.isAlone === true ? rememberedClocks(clockTable(client)) : clockTable(client);
  const store = tableStore(client);
  const archive = fileArchive(join(dataFolder, 'archive'));
  const random = randomPool();
  return {
    ports: makePorts,
    clock: tenantClock(clocks, clock.wall),
    clocks,
    store,
    audit: auditTable(client),
    due: dueTable(client),
    deliveries: deliveryTable(client),
    tokens: tokensOf(setup),
    limiter: createLimiter(setup.limitTimes),
    tenants: tenantSecrets(store({ read: 0, write: 0 }), wrapper, random),
    sealer: jweSealer(wrapper, random),
    random,
    wait: async (ms) => {
      await wait(ms);
    },
    log,
    // Nothing stands before this machine: who asks is who is connected.
    addressOf: ({ requestContext }) => requestContext?.http?.sourceIp,
    docsUrl: `${url}/docs`,
    services: {
      provider: stripeProvider({
        apiKey: providerKeyOf(keys),
        host: '127.0.0.1',
        port: providerPort,
        protocol: 'http',
      }),
      providerWebhooks: stripeWebhooks(async (tenant) => webhookSecretsOf(keys, tenant)),
      tracking: facts.tracking,
      flights: facts.flights,
      archive,
      inbox: fileInbox(join(dataFolder, 'inbox')),
      evidence: archive,
      signer: es256Signer(keys.signing),
      tokenSigner: tokenSigner({
        ...{ issuer: url, audience, docsUrl: `${url}/docs`, signer: es256Signer(keys.token) },
        keys: async () => [publicJwk(keys.token), publicJwk(keys.signing)],
      }),
      staffDirectory: noStaff,
      sandboxes: { webhookSecret: async (tenant) => webhookSecretsOf(keys, tenant)[0] },
      offerKeys: offerKeysIn(async () => keys.offers),
      bus: { publish: async (events) => publish(events) },
      reactions,
      mailer,
      webhookSender: webhookSender({ loopback: true }),
      partnerBuses: partnerBusFiles(dataFolder),
      // On a laptop whoever develops a shop takes webhooks on the same laptop.
      webhookRules: { rules: async () => ({ loopback: true }) },
    },
  };
};
