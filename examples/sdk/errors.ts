import { BinderyProblem, BinderyUnreachable, type Problem } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';
import { aBuyer, acceptance, anOffer } from './selling.ts';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const sandbox = await openSandbox({ baseUrl, name: 'Errors' });
const { bindery } = sandbox;
const customerId = await aBuyer(sandbox);

// region thrown
try {
  await bindery.registerCustomer({ name: '王小明', phone: '+8613800138000', locale: 'zh-CN' });
} catch (thrown) {
  if (thrown instanceof BinderyUnreachable) throw thrown; // nobody answered: go on later, with thrown.idempotencyKey
  if (!(thrown instanceof BinderyProblem)) throw thrown;
  const { problem } = thrown;
  if (problem.code !== 'customer-already-registered') throw thrown;
  console.log(`Known already: ${problem.facts.customerId === customerId}`);
}
// endregion

// region result
const offer = await anOffer(sandbox, 'SO-20261123-0043');
await bindery.bindPolicy(acceptance(offer, customerId, 'SO-20261123-0043'));
const second = await bindery.bindPolicy(acceptance(offer, customerId, 'SO-20261123-0043')).result();
console.log(second.ok ? `Bound: ${second.value.policyId}` : tellTheBuyer(second.problem));
// endregion

// region switch
function tellTheBuyer(problem: Problem<'bindPolicy'>): string {
  switch (problem.code) {
    case 'quote-already-bound':
      return `You have it already: ${problem.facts.policyId.slice(0, 4)}…`;
    case 'quote-expired':
      return `The price was good until ${problem.facts.expiredAt}. Here is a new one.`;
    case 'disclosures-not-acknowledged':
      return `Please read: ${problem.facts.missing.join(', ')}`;
    case 'invalid-request':
      return problem.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n');
    default:
      return `${problem.title} (${problem.requestId})`;
  }
}
// endregion
