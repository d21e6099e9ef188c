import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../functions/_kit/implement.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { audit } from '../../functions/audit/contract.ts';
import { entry as sweepRecords } from '../../functions/audit/sweep-records.ts';
import { clock } from '../../functions/clock/contract.ts';
import { endpoint as findCustomer } from '../../functions/customers/find-customer.ts';
import { endpoint as getCustomer } from '../../functions/customers/get-customer.ts';
import { policies } from '../../functions/policies/contract.ts';
import { endpoint as getPolicy } from '../../functions/policies/get-policy.ts';
import { endpoint as listPolicies } from '../../functions/policies/list-policies.ts';
import { type TableGrant, tableGrantsOf } from '../../infra/grants.ts';
import type { Entry } from '../../infra/groups.ts';
import { anAuditedWorld, aRegistration } from '../support/audited.ts';
import { cancel, cancellingEndpoints } from '../support/cancellation.ts';
import { tickAndFire } from '../support/due.ts';
import { aPerson } from '../support/people.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../support/sale.ts';
import { type Asked, aWorld } from '../support/world.ts';
import { lawful } from './lawful.ts';

const endpoints = [...sellingEndpoints, findCustomer, getCustomer, getPolicy, listPolicies, ...cancellingEndpoints];

/** The policy in force: that of the entries which run at the moment. */
const aPolicyInForce = () => {
  let grants: readonly TableGrant[] = [];
  return {
    through: (client: TableClient) => lawful(client, () => grants),
    obey: (...entries: readonly Entry[]) => {
      grants = tableGrantsOf(entries);
    },
  };
};

/** A world whose table obeys the policy that is derived from the contract of the operation that is called. */
const aLawfulWorld = async (contractOf = ({ contract }: Endpoint): Endpoint['contract'] => contract) => {
  const { through, obey } = aPolicyInForce();
  const world = await aWorld(endpoints, { services: { offerKeys: someOfferKeys() }, through });
  const call = (operation: string, asked: Asked = {}) => {
    obey(...endpoints.filter(({ contract }) => contract.id === operation).map(contractOf));
    return world.call(operation, asked);
  };
  return { ...world, call, obey };
};

describe('the derived policy', () => {
  it('allows a sale, its questions and its cancellation, from the first read to the last write', async () => {
    const world = await aLawfulWorld();
    const { policyId } = await aPolicy(world, 'device-protection');
    const params = { policyId };
    expect((await world.call('getPolicy', { params })).status).toBe(200);
    expect((await world.call('listPolicies')).status).toBe(200);
    expect((await world.call('findCustomer', { body: { identityNumber: aPerson().identity.number } })).status).toBe(
      200,
    );
    expect((await cancel(world, params.policyId)).status).toBe(201);
  });

  it('allows the clock to begin a cover that is due', async () => {
    const world = await aLawfulWorld();
    const { policyId } = await aPolicy(world, 'device-protection');
    world.time.now = '2026-11-23T16:00:00.000Z';
    world.obey(clock.schedules.drainDue, policies.subscribers.fireDuePolicy);
    await tickAndFire(world.platform);
    expect((await world.call('getPolicy', { params: { policyId } })).body).toMatchObject({ status: 'on-risk' });
  });

  it('allows the audit to append, to sweep and to sign, each under its own', async () => {
    const { through, obey } = aPolicyInForce();
    const world = await anAuditedWorld({ through });
    obey(...sellingEndpoints.map(({ contract }) => contract));
    await aRegistration(world);
    world.time.now = '2026-11-23T08:05:30.000Z';
    obey(audit.schedules.sweepRecords);
    await sweepRecords.run(world.platform, { read: 0, write: 0 });
    obey(audit.subscribers.appendRecords);
    expect(await world.appendAll()).toEqual([]);
    obey(audit.schedules.signCheckpoint);
    await world.checkpoint();
    expect([...world.files.keys()].some((name) => name.includes('checkpoint'))).toBe(true);
  });

  it('allows to show a proof and a checkpoint, each under its own', async () => {
    const { through, obey } = aPolicyInForce();
    const world = await anAuditedWorld({ through });
    obey(...sellingEndpoints.map(({ contract }) => contract), ...Object.values(audit.subscribers));
    const objectId = await aRegistration(world);
    await world.appendAll();
    obey(audit.schedules.signCheckpoint);
    await world.checkpoint();
    obey(audit.endpoints.getProof);
    expect((await world.call('getProof', { params: { objectId } })).status).toBe(200);
    obey(audit.endpoints.getCheckpoint);
    const asked = { params: { number: 'latest' }, query: { since: '1' } };
    expect((await world.call('getCheckpoint', asked)).status).toBe(200);
  });

  it('refuses a command whose contract forgot to say that it claims a unique key', async () => {
    const world = await aLawfulWorld(({ contract }) => ({ ...contract, unique: false }));
    expect((await world.call('registerCustomer', { body: aPerson() })).status).toBe(500);
    expect(world.log.some(({ bug }) => String(bug).includes('T#shop-a#ONE#'))).toBe(true);
  });

  it('refuses a command that writes an aggregate which its contract does not name', async () => {
    const world = await aLawfulWorld(({ contract }) => ({ ...contract, writes: contract.writes.map(() => 'alert') }));
    expect((await world.call('registerCustomer', { body: aPerson() })).status).toBe(500);
  });
});
