import { exportJWK, generateKeyPair } from 'jose';
import { alertRaised } from '../../domain/alerts/events.ts';
import { es256Signer } from '../../functions/_adapters/es256-signer.ts';
import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Endpoint } from '../../functions/_kit/implement.ts';
import type { Archive } from '../../functions/_kit/services.ts';
import { runOwnWork } from '../../functions/_kit/system.ts';
import type { Item } from '../../functions/_storage/codec.ts';
import { DeleteCommand, PutCommand } from '../../functions/_storage/commands.ts';
import { eventsOfItem } from '../../functions/_storage/enrichment.ts';
import { keys, tableDefinition } from '../../functions/_storage/keys.ts';
import { endpoint as acknowledgeAlert } from '../../functions/alerts/acknowledge-alert.ts';
import { endpoint as closeAlert } from '../../functions/alerts/close-alert.ts';
import { alerts } from '../../functions/alerts/contract.ts';
import { endpoint as listAlerts } from '../../functions/alerts/list-alerts.ts';
import { subscriber } from '../../functions/audit/append-records.ts';
import { endpoint as getCheckpoint } from '../../functions/audit/get-checkpoint.ts';
import { endpoint as getHistory } from '../../functions/audit/get-history.ts';
import { endpoint as getProof } from '../../functions/audit/get-proof.ts';
import { entry as signCheckpoint } from '../../functions/audit/sign-checkpoint.ts';
import { endpoint as reportClaim } from '../../functions/claims/report-claim.ts';
import { anEvent, openAlerts, operator, raiseFor } from './alerts.ts';
import { aPerson } from './people.ts';
import { sellingEndpoints, someOfferKeys } from './sale.ts';
import { aWorld, type WorldOptions } from './world.ts';

/** Write-once storage in memory; the map is there to be tampered with. */
export const memoryArchive = () => {
  const files = new Map<string, string>();
  const archive: Archive = {
    write: async (name, text) => {
      const there = files.get(name);
      if (there !== undefined) return there === text ? 'same' : 'different';
      files.set(name, text);
      return 'written';
    },
    read: async (name) => files.get(name),
  };
  return { files, archive };
};

/** A signing key of this run, and the set in which its public half is published. */
export const aSigningKey = async (kid = 'signing-1') => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    privateJwk: { ...(await exportJWK(privateKey)), kid },
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] },
  };
};

/** A platform whose bus keeps what the table commits until a test delivers it to the audit, in any way it likes. */
export const anAuditedWorld = async (options: Pick<WorldOptions, 'through'> = {}, more: readonly Endpoint[] = []) => {
  const { files, archive } = memoryArchive();
  const key = await aSigningKey();
  const published: CloudEvent[] = [];
  const waiting: CloudEvent[] = [];
  const world = await aWorld(
    [
      ...[...sellingEndpoints, getHistory, getProof, getCheckpoint, listAlerts, acknowledgeAlert, closeAlert],
      ...[reportClaim, ...more],
    ],
    {
      ...options,
      services: {
        archive,
        evidence: archive,
        signer: es256Signer(key.privateJwk),
        offerKeys: someOfferKeys(),
        bus: { publish: async (events) => void waiting.push(...events.filter(isRecorded)) },
      },
    },
  );
  world.engine.onCommit((changes) => {
    const events = changes.flatMap(({ after }) => readableEvents(after)).filter(isRecorded);
    published.push(...events);
    waiting.push(...events);
  });

  /** Gives one batch to the audit; answers the ids that failed. */
  const append = async (events: readonly CloudEvent[]): Promise<readonly string[]> =>
    (await subscriber.reactToBatch?.(events, world.platform)) ?? [];
  /** Delivers what waits, ten at a time. */
  const appendAll = async (): Promise<readonly string[]> => {
    const failed: string[] = [];
    while (waiting.length > 0) failed.push(...(await append(waiting.splice(0, 10))));
    return failed;
  };
  return {
    ...{ ...world, files, key, published, waiting, append, appendAll },
    checkpoint: (platform = world.platform) => signCheckpoint.run(platform, { read: 0, write: 0 }),
  };
};
export type AuditedWorld = Awaited<ReturnType<typeof anAuditedWorld>>;

/** The stream leaves out what cannot be read. */
const readableEvents = (item: Item | undefined): readonly CloudEvent[] => {
  try {
    return item === undefined ? [] : eventsOfItem(item);
  } catch {
    return [];
  }
};

const isRecorded = ({ type }: CloudEvent): boolean => type === 'operation.recorded';

/** Registers a customer, whose chain has one record. */
export const aRegistration = async (world: AuditedWorld, n = 1): Promise<string> => {
  const identity = { type: 'passport', number: `E${String(n).padStart(8, '0')}` };
  const answer = await world.call('registerCustomer', { body: aPerson({ identity }) });
  return (answer.body as { customerId: string }).customerId;
};

/** Raises, acknowledges and closes an alert, whose chain then has three records. */
export const aClosedAlert = async (world: AuditedWorld, n = 1): Promise<string> => {
  await raiseFor(world, anEvent({ id: `unm_01jd8x2k7v5m3q9w4t6y8r0z1b.${n}.1` }));
  const [alert] = await openAlerts(world);
  const alertId = alert?.alertId ?? '';
  await world.call('acknowledgeAlert', { as: operator, params: { alertId } });
  await world.call('closeAlert', { as: operator, params: { alertId }, body: { resolution: 'A test.' } });
  return alertId;
};

/** A chain of so many records, longer than people make one: an alert that is raised again and again. */
export const aLongChain = async (world: AuditedWorld, length: number): Promise<string> => {
  const alertId = `alr_${'0'.repeat(26)}`;
  for (let n = 1; n <= length; n += 1) {
    const cause = { tenant: 'shop-a', id: `again.${n}`, requestId: 'req_1' };
    const given = { platform: world.platform, meter: { read: 0, write: 0 } };
    await runOwnWork(alerts.subscribers.raiseAlerts, cause, given, async (ports, now) => {
      await ports.load({ alert: alertId });
      const about = { cause: 'test', subject: 'test', facts: { n } };
      const events = [alertRaised({ alertId, severity: 'yellow', ...about, raisedAt: now })];
      await ports.commit({ alert: { events, postings: [] } }, () => undefined);
    });
  }
  return alertId;
};

/** Overwrites an item behind the back of the platform, as only somebody with the keys to the table can. */
export const tamper = async (world: AuditedWorld, sk: string, change: (item: Item) => Item): Promise<void> => {
  const item = world.engine.items().find((one) => one['sk'] === sk);
  if (item === undefined) throw new Error(`No item has the sort key ${sk}.`);
  await world.engine.client.send(new PutCommand({ TableName: tableDefinition.tableName, Item: change(item) }));
};

/** Takes one record of an aggregate away. */
export const removeRecord = async (world: AuditedWorld, kind: string, id: string, seq: number): Promise<void> => {
  const Key = keys.record('shop-a', kind, id, seq);
  await world.engine.client.send(new DeleteCommand({ TableName: tableDefinition.tableName, Key }));
};
