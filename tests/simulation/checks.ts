import { type Book, bookOf, livingIn } from './book.ts';
import type { Driver } from './driver.ts';
import { basketsAreWhole } from './invariants/baskets.ts';
import { timeIsEachTenantsOwn } from './invariants/clocks.ts';
import { authorityIsKept, businessKeysHoldOnce, oneEffectEach } from './invariants/commands.ts';
import {
  cancellationsConserve,
  coverNeedsPremium,
  offersBoughtOnce,
  outcomesAreResolved,
  payoutsWithinLimits,
} from './invariants/cover.ts';
import {
  earlyMoneyIsTaken,
  feedsTellOfDebts,
  payoutsAreOwed,
  refundsAreOwed,
  statementsAddUp,
} from './invariants/debts.ts';
import { committedIsDelivered, eventsHaveNoGaps, nothingDueIsForgotten } from './invariants/delivery.ts';
import {
  archiveRebuildsTheTable,
  chainsVerify,
  checkpointsSignTheFeed,
  nothingPersonalLeaks,
} from './invariants/evidence.ts';
import { answeredIsInTheInbox } from './invariants/inbox.ts';
import {
  cashIsWhatMoved,
  ledgersBalance,
  paymentsAppliedOnce,
  premiumBookedAsQuoted,
  refundsWithinPayments,
} from './invariants/money.ts';
import { eachThingIsToldOnce, mailGoesToItsCustomer, remindersComeInTime } from './invariants/notifications.ts';
import { coverLiesWhereItShould } from './invariants/periods.ts';
import { listsHoldWhatFits, thePastLeadsToThePresent } from './invariants/reads.ts';
import { scheduleIsKept, webhooksAreDelivered, webhooksAreSigned } from './invariants/webhooks.ts';
import type { Simulation } from './simulation.ts';
import type { Check } from './violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation; readonly driver: Driver };

type Checking = (given: Given) => Check | Promise<Check>;

/** What is to come of something comes only where somebody lives: a reset ends what its generation was about to do. */
const ofTheLiving =
  (check: Checking): Checking =>
  (given) =>
    check({ ...given, book: livingIn(given.book) });

/** Every check of the book as it stands at the end; those of single answers are made as they are heard. */
const all: readonly Checking[] = [
  paymentsAppliedOnce,
  ofTheLiving(earlyMoneyIsTaken),
  ledgersBalance,
  cashIsWhatMoved,
  statementsAddUp,
  feedsTellOfDebts,
  premiumBookedAsQuoted,
  refundsWithinPayments,
  ofTheLiving(refundsAreOwed),
  coverNeedsPremium,
  coverLiesWhereItShould,
  payoutsWithinLimits,
  ofTheLiving(payoutsAreOwed),
  cancellationsConserve,
  (given) => offersBoughtOnce(given, given.driver.quoted),
  ofTheLiving(outcomesAreResolved),
  ({ book, driver }) => oneEffectEach({ book, commands: driver.commands }),
  businessKeysHoldOnce,
  basketsAreWhole,
  committedIsDelivered,
  eventsHaveNoGaps,
  ofTheLiving(nothingDueIsForgotten),
  webhooksAreDelivered,
  (given) => webhooksAreSigned(given, given.driver.secretsShown()),
  scheduleIsKept,
  timeIsEachTenantsOwn,
  ({ simulation, driver }) => answeredIsInTheInbox({ simulation, commands: driver.commands }),
  chainsVerify,
  checkpointsSignTheFeed,
  nothingPersonalLeaks,
  ofTheLiving(eachThingIsToldOnce),
  mailGoesToItsCustomer,
  ofTheLiving(remindersComeInTime),
  ({ book, driver }) => authorityIsKept({ book, commands: driver.commands }),
  archiveRebuildsTheTable,
  listsHoldWhatFits,
  ofTheLiving(thePastLeadsToThePresent),
];

/** Books that make no sense to a check break what it checks. */
const judged = async (check: Checking, given: Given): Promise<Check> => {
  try {
    return await check(given);
  } catch (thrown) {
    const what = `The books make no sense: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    return { invariant: 'M2', looked: 1, violations: [what] };
  }
};

export const checkBook = (simulation: Simulation, driver: Driver): Promise<readonly Check[]> => {
  const book = bookOf(simulation);
  return Promise.all(all.map((check) => judged(check, { book, simulation, driver })));
};
