import { openSandbox } from '@bindery/sdk/sandbox';
import { aBuyer, acceptance, anOffer } from './selling.ts';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const sandbox = await openSandbox({ baseUrl, name: 'Lists' });
const { bindery } = sandbox;
const customerId = await aBuyer(sandbox);
for (const orderNumber of ['SO-20261123-0045', 'SO-20261123-0046', 'SO-20261123-0047'])
  await bindery.bindPolicy(acceptance(await anOffer(sandbox, orderNumber), customerId, orderNumber));

// region items
for await (const policy of bindery.listPolicies.items({ status: 'pending', limit: 2 })) {
  console.log(policy.reference, policy.status);
}
// endregion

// region pages
let pages = 0;
for await (const page of bindery.listPolicies.pages({ limit: 2 })) pages += page.items.length > 0 ? 1 : 0;
console.log(`${pages} pages`);
// endregion
