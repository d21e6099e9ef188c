import { type Answer, createBindery, type Problem, type WebhookEvent } from '@bindery/sdk';
import { expect, it } from 'vitest';

const bindery = createBindery({ baseUrl: 'http://127.0.0.1:9' });
const never = (value: never): string => `Nobody told of ${JSON.stringify(value)}.`;

/** Compiles only while every problem of the operation is named, and no other. */
const adviceOn = (problem: Problem<'verifyPolicy'>): string => {
  switch (problem.code) {
    case 'rate-limited':
      return `${problem.facts.requests} in ${problem.facts.windowSeconds} s`;
    case 'invalid-request':
      return problem.errors.map(({ pointer }) => pointer).join();
    case 'not-found':
    case 'malformed-url':
    case 'internal':
    case 'temporarily-unavailable':
      return problem.detail;
    default:
      return never(problem);
  }
};

const subjectOf = (event: WebhookEvent): string => {
  switch (event.type) {
    case 'policy.bound':
      return event.data.terms.reference;
    case 'claim.paid':
      return event.data.claimId;
    // @ts-expect-error no event is called that
    case 'policy.bund':
      return '';
    default:
      return event.subject;
  }
};

/** Never run: each line is held by the compiler. */
const wrong = async (problem: Problem<'bindPolicy'>): Promise<void> => {
  // @ts-expect-error policyId is missing
  bindery.getPolicy({});
  // @ts-expect-error there is no such reason
  bindery.previewCancellation({ policyId: 'pol_1', reason: 'bored' });
  // @ts-expect-error nothing confirms a read
  (await bindery.getPolicy({ policyId: 'pol_1' })).confirm();
  // @ts-expect-error a read takes no key
  bindery.getPolicy({ policyId: 'pol_1' }, { idempotencyKey: 'order-0042' });
  // @ts-expect-error a quote has no pages
  bindery.createQuote.items({ items: [] });
  // @ts-expect-error only versions can be compared
  bindery.listPolicies.ifChanged({}, '"1"');
  // @ts-expect-error a bind is never refused like that
  if (problem.code === 'claim-open') return;
  // @ts-expect-error facts belong to their code
  if (problem.code === 'quote-expired') problem.facts.policyId;
  // @ts-expect-error not every problem has fields at fault
  problem.errors.length;
  // @ts-expect-error a login is a secret or a token
  createBindery({ baseUrl: '', clientId: 'a', clientSecret: 'b', token: () => 'c' });
  // @ts-expect-error a secret is nothing without its client
  createBindery({ baseUrl: '', clientSecret: 'b' });
};

it('narrows problems and events by what tells them apart', () => {
  const problem: Problem<'verifyPolicy'> = {
    ...{ code: 'rate-limited', status: 429, retryable: true, type: '', title: '', detail: '', requestId: '' },
    facts: { limit: 'address', requests: 20, windowSeconds: 5 },
  };
  expect(adviceOn(problem)).toBe('20 in 5 s');
  const event = { type: 'claim.paid', subject: 'pol_1', data: { claimId: 'clm_1' } } as WebhookEvent;
  expect(subjectOf(event)).toBe('clm_1');
  expect(wrong).toBeTypeOf('function');
});

it('types an answer as the reference has it', () => {
  const premiumOf = ({ items: [line] }: Answer<'createQuote'>): number | undefined =>
    line?.outcome === 'offered' ? line.offer.premium.gross.amount : undefined;
  expect(premiumOf({ items: [{ itemId: 'a', outcome: 'declined', reasons: [] }] })).toBeUndefined();
});
