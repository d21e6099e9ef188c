import type { Asked } from '../../tests/support/world.ts';
import { bigCustomer, dayMs, everyMs, ownerOf } from './grown-book.ts';
import type { GrownWorld } from './grown-world.ts';
import { asks, type Question } from './question.ts';

type Query = Readonly<Record<string, string>>;
const handler = { kind: 'person', id: 'handler-7', roles: ['claims_handler'] } as const;

const listed = (what: string, operation: string, query: (world: GrownWorld) => Query): Question =>
  asks(what, operation, (world) => ({ query: query(world) }));

/** When half of the book was sold, and so many days later half of its claims were reported. */
const middleOf = ({ policies, began }: GrownWorld, days: number): string =>
  new Date(Date.parse(began) + (policies / 2) * everyMs + days * dayMs).toISOString();

/** A page in the middle of the book: the second of the older half. */
const middlePage = (what: string, operation: string, middle: { readonly days: number; readonly limit: string }) =>
  ({
    what,
    ask: async (world) => {
      const query = { createdTo: middleOf(world, middle.days), limit: middle.limit };
      const { body } = await world.did(operation, { query });
      return () => world.did(operation, { query: { ...query, cursor: String(body['next']) } });
    },
  }) satisfies Question;

/** Every page of a list to its end, as one who looks for something rare has to read it. */
const wholeWalk = (what: string, operation: string, query: Query): Question => ({
  what,
  ask: async (world) => async () => {
    let page = await world.did(operation, { query });
    const texts = [page.text];
    while (typeof page.body['next'] === 'string') {
      page = await world.did(operation, { query: { ...query, cursor: page.body['next'] } });
      texts.push(page.text);
    }
    return { text: texts.join('') };
  },
});

const policyOf =
  (number: number) =>
  (world: GrownWorld): Asked => ({ params: { policyId: world.idOf(number) } });
const objectOf =
  (number: number) =>
  (world: GrownWorld): Asked => ({ params: { objectId: world.idOf(number) } });

export const lists: readonly Question[] = [
  asks('getPolicy', 'getPolicy', policyOf(1)),
  listed('listPolicies', 'listPolicies', () => ({})),
  middlePage('listPolicies, in the middle', 'listPolicies', { days: 0, limit: '20' }),
  listed('listPolicies of a customer with five', 'listPolicies', () => ({ customerId: ownerOf(1) })),
  listed('listPolicies of a customer with very many', 'listPolicies', () => ({ customerId: bigCustomer })),
  listed('listPolicies of the same, one status', 'listPolicies', () => ({
    customerId: bigCustomer,
    status: 'cancelled',
  })),
  listed('listPolicies by reference', 'listPolicies', () => ({ reference: 'SO-00000001' })),
  listed('listPolicies by the status that most have', 'listPolicies', () => ({ status: 'pending' })),
  listed('listPolicies by a status that one in seven has', 'listPolicies', () => ({ status: 'cancelled' })),
  listed('listPolicies by a status that nobody has', 'listPolicies', () => ({ status: 'expired' })),
  wholeWalk('listPolicies by that status, to its end', 'listPolicies', { status: 'expired', limit: '50' }),
  listed('listClaims', 'listClaims', () => ({})),
  middlePage('listClaims, two in the middle', 'listClaims', { days: 3, limit: '2' }),
  listed('listClaims by a status that all have', 'listClaims', () => ({ status: 'in-review' })),
  listed('listClaims by a status that nobody has', 'listClaims', () => ({ status: 'rejected' })),
  listed('listClaims of a policy', 'listClaims', (world) => ({ policyId: world.idOf(3) })),
  listed('listClaims of a customer with very many policies and no claim', 'listClaims', () => ({
    customerId: bigCustomer,
  })),
  asks('listClaimsToDecide', 'listClaimsToDecide', () => ({ as: handler })),
  listed('listNotifications', 'listNotifications', () => ({})),
  listed('listNotifications of a customer with very many', 'listNotifications', () => ({ customerId: bigCustomer })),
  asks('getHistory', 'getHistory', objectOf(4)),
  listed('listEvents', 'listEvents', () => ({})),
  listed('listEvents of a type', 'listEvents', () => ({ types: 'claim.registered' })),
  listed('listEvents of the newest policy', 'listEvents', (world) => ({ objectId: world.idOf(world.policies - 1) })),
];
