import { createBindery } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';
import { aBuyer, acceptance, anOffer } from './selling.ts';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const sandbox = await openSandbox({ baseUrl, name: 'Retries' });
const { clientId, clientSecret } = sandbox;

// region patience
const bindery = createBindery({
  ...{ baseUrl, clientId, clientSecret },
  maxAttempts: 5, // 4 unless said
  timeoutMs: 10_000, // for one attempt; 20 s unless said
  deadlineMs: 30_000, // for all of them; 60 s unless said
});
// endregion

const orderNumber = 'SO-20261123-0044';
const body = acceptance(await anOffer(sandbox, orderNumber), await aBuyer(sandbox), orderNumber);

// region key
// Your own number for the intent. Keep it with the order: after a crash the same call does nothing twice.
const idempotencyKey = `${orderNumber}-bind`;
const { value: policy } = await bindery.bindPolicy(body, { idempotencyKey }).withResponse();
const again = await bindery.bindPolicy(body, { idempotencyKey }).withResponse();
console.log(`One policy: ${again.value.policyId === policy.policyId}, told again: ${again.replayed}`);
// endregion

// region abort
const { items } = await bindery.listPolicies({ limit: 1 }, { signal: AbortSignal.timeout(5_000) });
console.log(`In time: ${items.length}`);
// endregion

// region version
const seen = await bindery.getPolicy({ policyId: policy.policyId }).withResponse();
const changed = await bindery.getPolicy.ifChanged({ policyId: policy.policyId }, seen.etag ?? '');
console.log(`Another version since: ${changed !== undefined}`);
// endregion
