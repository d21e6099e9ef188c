import type { Basket } from '../../../domain/baskets/schema.ts';
import { type Book, policiesIn, unless } from '../book.ts';
import type { Check } from '../violation.ts';

/** I4: every policy that a basket names is there, bound by the same request, and none was bound beside it. */
export const basketsAreWhole = ({ book }: { readonly book: Book }): Check => {
  const baskets = book.chains.filter(({ kind }) => kind === 'basket');
  const policies = policiesIn(book);
  const first = ({ records: [one] }: (typeof book.chains)[number]) => one?.record;
  const violations = baskets.flatMap((basket): readonly string[] => {
    const { policyIds, optOuts } = basket.state as Basket;
    const { requestId } = first(basket) ?? {};
    const bound = policies.filter((policy) => {
      const record = first(policy);
      return record?.operation === 'bindBasket' && record.requestId === requestId && policy.tenant === basket.tenant;
    });
    const names = bound.map(({ id }) => id).toSorted();
    return [
      ...unless(
        JSON.stringify(names) === JSON.stringify([...policyIds].toSorted()),
        () => `${basket.id} says that it bound ${policyIds.join()}, and ${names.join()} were bound with it.`,
      ),
      ...unless(policyIds.length + optOuts.length > 0, () => `${basket.id} says nothing.`),
    ];
  });
  const alone = policies.filter(
    (policy) =>
      first(policy)?.operation === 'bindBasket' &&
      !baskets.some(({ state }) => (state as Basket).policyIds.includes(policy.id)),
  );
  const violationsAlone = alone.map(({ id }) => `${id} was bound in a basket that nobody knows.`);
  return { invariant: 'I4', looked: baskets.length, violations: [...violations, ...violationsAlone] };
};
