import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { masterKeyWrapper } from '../functions/_adapters/key-file-wrapper.ts';
import { systemClock } from '../functions/_kit/clock.ts';
import type { CloudEvent } from '../functions/_kit/cloud-event.ts';
import type { Platform } from '../functions/_kit/platform.ts';
import { homeOf, livingOf } from '../functions/_kit/sandbox.ts';
import type { TableClient } from '../functions/_storage/client.ts';
import { tableDefinition } from '../functions/_storage/keys.ts';
import { createBus, type LocalBus } from './bus/bus.ts';
import { catchUp } from './bus/catch-up.ts';
import { deadLetterFile } from './bus/dead-letters.ts';
import { tapped } from './bus/tap.ts';
import { startTimers } from './bus/timers.ts';
import { type Closers, closers } from './closers.ts';
import { deadLetterLevers, deadLetterPages, personHere } from './dead-letters/doors.ts';
import { fileLetters } from './dead-letters/file-letters.ts';
import { type EngineWish, startEngine } from './engine/choose.ts';
import { loadEntries } from './entries.ts';
import { sandboxFacts } from './facts/facts.ts';
import { logFile } from './log-file.ts';
import { opsPages } from './ops/doors.ts';
import { watchOver } from './ops/watch.ts';
import { outboxFile } from './outbox/outbox.ts';
import { outboxPages } from './outbox/outbox-pages.ts';
import { plainError } from './plain-error.ts';
import { localPlatform } from './platform.ts';
import { startProvider } from './provider/server.ts';
import { partnerLogin, sandboxCredentials } from './seed/credentials.ts';
import { takeDataFolder } from './seed/data-folder.ts';
import { keyFiles } from './seed/key-files.ts';
import { copying, sandboxTenant, seedTenant, wrappedSecrets } from './seed/sandbox.ts';
import { seedCredentials, seedPartner } from './seed/seed-credentials.ts';
import { webhookSecretsOf } from './seed/webhook-secrets.ts';
import { doorsOf, firstOf } from './server/doors.ts';
import { type Heed, openServer } from './server/http-server.ts';
import { comparedWithNaive } from './server/naive-shape.ts';
import { operationBook } from './server/operation-book.ts';
import { routesOf } from './server/routes.ts';
import { sandboxLevers } from './server/sandbox-levers.ts';

export type StartWish = {
  /** 0 for any free one. */
  readonly port: number;
  readonly providerPort: number;
  readonly dataFolder: string;
  /** Takes one sentence for the person who started the program. */
  readonly say: (sentence: string) => void;
  /** The engines to choose from; left out, all that this machine has. */
  readonly programs?: EngineWish['programs'];
  /** Further tenants beside the sandbox's, each with one credential in a file of its own. */
  readonly tenants?: readonly string[];
  /** Multiplies the published limits; 1 unless said. */
  readonly limitTimes?: number;
  /** Sees every request and its answer: tests hold them to the OpenAPI document. */
  readonly heed?: Heed;
};

const idlePollMs = 5;
const idleMsMax = 20_000;
const readyMsMax = 2_000;

const engineFor = async ({ dataFolder, say, programs }: StartWish) => {
  const wish = { definition: tableDefinition, dataFolder: join(dataFolder, 'engine'), log: say };
  try {
    return await startEngine({ ...wish, ...(programs !== undefined && { programs }) });
  } catch (cause) {
    throw plainError(cause instanceof Error ? cause.message : String(cause), cause);
  }
};

const hasTenant = async (platform: Platform, tenant: string): Promise<boolean> =>
  (await platform.store({ read: 0, write: 0 }).tenantSecret(tenant)) !== undefined;

/** The sandbox whose credentials are printed, in the generation in which it lives. */
const livingSandbox = async ({ audit }: Platform): Promise<string> =>
  livingOf(await audit({ read: 0, write: 0 }).tenants()).find((tenant) => homeOf(tenant) === sandboxTenant) ??
  sandboxTenant;

/** What follows from an event may also come back from the provider, whose webhooks are told to nobody else. */
const settledWith = async (
  bus: LocalBus,
  provider: { readonly isQuiet: () => boolean },
  tenant: string,
): Promise<void> => {
  await bus.settled(tenant);
  while (!provider.isQuiet()) {
    await wait(idlePollMs);
    await bus.settled(tenant);
  }
};

/** The bus needs the platform that its subscribers act on, and the platform a client that tells the bus of commits. */
const wire = async (wish: StartWish, url: string, closing: Closers) => {
  const { dataFolder } = wish;
  const keys = await keyFiles(dataFolder, sandboxTenant);
  const credentials = await sandboxCredentials(dataFolder);
  const entries = await loadEntries();
  const engine = await engineFor(wish);
  closing.add(engine.stop);
  const { tenants = [] } = wish;
  const copies = wrappedSecrets(dataFolder);
  const wrapper = copying(masterKeyWrapper(keys.master, randomBytes), copies);
  for (const tenant of new Set([sandboxTenant, ...tenants, ...(await copies.tenants())]))
    await seedTenant(engine.client as TableClient, wrapper, tenant, copies);
  const book = operationBook();
  const watch = await watchOver(entries.capabilities);
  closing.add(watch.stop);
  const log = logFile({ dataFolder, also: book.note });
  closing.add(log.close);
  const provider = await startProvider({
    dataFolder,
    port: wish.providerPort,
    endpoint: async (named) => {
      const tenant = named ?? (await livingSandbox(platform));
      return { url: `${url}/v1/payment-webhooks/${tenant}`, secret: webhookSecretsOf(keys, tenant)[0] ?? '' };
    },
    knows: async (tenant) => livingOf(await platform.audit({ read: 0, write: 0 }).tenants()).includes(tenant),
  });
  closing.add(provider.stop);
  const facts = await sandboxFacts(dataFolder);
  closing.add(facts.close);
  const outbox = await outboxFile(join(dataFolder, 'outbox.jsonl'), { baseUrl: url, now: systemClock.wall });
  const file = await deadLetterFile(join(dataFolder, 'dead-letters.jsonl'));
  const { subscribers } = entries;
  const bus = createBus({ subscribers, platform: () => platform, deadLetters: file, waiting: watch.waiting });
  const deadLetters = fileLetters({ file, bus, now: systemClock.wall });
  closing.add(bus.stop);
  const publish = (events: readonly CloudEvent[]): void => bus.publish(events);
  const compared = comparedWithNaive(engine.client as TableClient, book.noteCommit);
  const client = tapped(compared, publish, watch.notePiped);
  const platform = localPlatform({
    ...{ dataFolder, url, client, keys, wrapper, facts, publish, mailer: outbox.mailer },
    clock: systemClock,
    reactions: { settled: (tenant) => settledWith(bus, provider, tenant) },
    providerPort: provider.port,
    log: watch.noting(log.log),
    // The folder was taken for this program alone, and with it every engine that keeps its data there.
    isAlone: engine.kind !== 'given',
    limitTimes: wish.limitTimes,
  });
  return { credentials, entries, engine, book, provider, facts, outbox, deadLetters, bus, watch, platform };
};
type Wired = Awaited<ReturnType<typeof wire>>;

/** Waits until nothing is on its way any more: no event, no webhook. */
const untilIdle = async ({ bus, provider }: Wired): Promise<boolean> => {
  const deadline = Date.now() + idleMsMax;
  while (!(bus.isIdle() && provider.isQuiet())) {
    if (Date.now() > deadline) return false;
    await wait(idlePollMs);
  }
  return true;
};

const isReady = async (platform: Platform): Promise<boolean> => {
  const late = wait(readyMsMax, false, { ref: false });
  return Promise.race([hasTenant(platform, sandboxTenant).catch(() => false), late]);
};

const doorsFor = (wired: Wired) => {
  const { book, provider, facts, outbox, watch, platform } = wired;
  const { letters } = wired.deadLetters;
  const pages = [deadLetterPages(letters), outboxPages(outbox), opsPages(watch.sourceOf({ platform, letters }))];
  const sandbox = async () => {
    const tenant = await livingSandbox(platform);
    return { tenant, provider: provider.url, now: await platform.clock.business(tenant, { read: 0, write: 0 }) };
  };
  return doorsOf({
    isReady: () => isReady(platform),
    shown: {
      '/sandbox': sandbox,
      '/ops/operations': async () => book.report(),
      '/ops/idle': async () => ({ idle: await untilIdle(wired) }),
    },
    pages: firstOf(pages),
    told: { ...sandboxLevers(facts), ...deadLetterLevers(letters, personHere) },
  });
};

const beginWork = async (wired: Wired, { dataFolder }: StartWish, closing: Closers) => {
  const { entries, platform, bus, engine, deadLetters, watch } = wired;
  const timers = startTimers(entries.schedules, () => platform);
  closing.add(timers.stop);
  const missed = await catchUp(platform.audit({ read: 0, write: 0 }), bus, dataFolder);
  // Closed before the bus: what is still waiting then comes again at the next start.
  closing.add(missed.stop);
  if (engine.persistent) {
    await missed.run();
    deadLetters.resume();
  }
  watch.begin({ platform, letters: deadLetters.letters });
  return {
    settle: async (): Promise<void> => {
      await timers.drainDue();
      await untilIdle(wired);
    },
  };
};

const begin = async (wish: StartWish, closing: Closers) => {
  closing.add(await takeDataFolder(wish.dataFolder));
  const server = await openServer('127.0.0.1', wish.port);
  closing.add(server.close);
  const url = `http://localhost:${server.port}`;
  const wired = await wire(wish, url, closing);
  const { platform, entries, engine, credentials, provider, bus } = wired;
  const { settle } = await beginWork(wired, wish, closing);
  const watching = { platform, letters: wired.deadLetters.letters };
  await seedCredentials(platform, credentials);
  for (const tenant of wish.tenants ?? [])
    await seedPartner(platform, tenant, await partnerLogin(wish.dataFolder, tenant));
  const routes = routesOf(entries.endpoints, platform);
  server.serve({ routes, doors: doorsFor(wired), platform, heed: wish.heed });
  // First to close as well: what is asked for while the rest goes down would find half a platform.
  closing.add(server.close);
  return {
    ...{ url, credentials, bus, platform, settle },
    providerUrl: provider.url,
    engine: engine.kind,
    persistent: engine.persistent,
    /** What everything is kept in. */
    table: engine.client as TableClient,
    idle: () => untilIdle(wired),
    ops: { source: wired.watch.sourceOf(watching), look: (at: number) => wired.watch.look(watching, at) },
    stop: closing.closeAll,
  };
};

/**
 * Starts the whole platform on this machine over a data folder, and gives back its address, its credentials and its
 * end. What can be mended by the person who starts it is thrown as one sentence; whatever was opened before is closed
 * then.
 */
export const startBindery = async (wish: StartWish) => {
  const closing = closers();
  try {
    return await begin(wish, closing);
  } catch (thrown) {
    await closing.closeAll();
    throw thrown;
  }
};
export type Bindery = Awaited<ReturnType<typeof startBindery>>;
