import { Content, type Notification } from '../../../domain/notifications/schema.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { addMinutes } from '../../../domain/shared/zone.ts';
import { isSandbox } from '../../../functions/_kit/sandbox.ts';
import type { Mail } from '../../../functions/_kit/services.ts';
import { type Book, type Chain, eventsOf, policiesIn, unless } from '../book.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };

/** What customers are told of, by its own list: the platform's contract is what is checked. */
const told = new Set([
  ...['policy.bound', 'policy.cancelled', 'premium.reminder-due', 'renewal.reminder-due', 'claim.registered'],
  ...['claim.approved', 'claim.rejected', 'claim.paid', 'claim.payout-returned'],
]);
type Written = { readonly tenant: string; readonly state: Notification };

const writtenIn = ({ chains }: Book): readonly Written[] =>
  chains.flatMap(({ kind, tenant, state }) =>
    kind === 'notification' ? [{ tenant, state: state as Notification }] : [],
  );

/** Opens what was sealed for a customer, with the key that lies in the table. */
const openedFor = ({ book, simulation }: Given) => {
  const vaults = new Map(book.items.filter(({ sk }) => sk === 'VAULT').map(({ pk, w }) => [String(pk), String(w)]));
  return async (tenant: string, customerId: string, jwe: string): Promise<Record<string, unknown>> => {
    const vault = vaults.get(`T#${tenant}#CUS#${customerId}`) ?? '';
    return JSON.parse(await simulation.platform.sealer.open(vault, `${tenant} ${customerId}`, jwe));
  };
};
type Open = ReturnType<typeof openedFor>;

/** The address of each customer as it was registered, by tenant and id. */
const addressesIn = async ({ chains }: Book, open: Open): Promise<ReadonlyMap<string, string | undefined>> => {
  const addresses = new Map<string, string | undefined>();
  for (const { kind, tenant, id, state } of chains)
    if (kind === 'customer')
      addresses.set(`${tenant} ${id}`, (await open(tenant, id, Object(state).personal))['email'] as string | undefined);
  return addresses;
};

const expected = (tenant: string, address: string | undefined, refused: boolean): string => {
  if (address === undefined || isSandbox(tenant)) return 'skipped';
  return refused ? 'failed' : 'sent';
};

/**
 * N1: each thing that customers are told of was written down once, and ended as its address and the mail service have
 * it: sent where there is an address, and once at a time where no clock is wrong.
 */
export const eachThingIsToldOnce = async (given: Given): Promise<Check> => {
  const { book, simulation } = given;
  const { mailbox, faults } = simulation;
  const addresses = await addressesIn(book, openedFor(given));
  const byEvent = Map.groupBy(writtenIn(book), ({ tenant, state }) => `${tenant} ${state.eventId}`);
  const sent = Map.groupBy(mailbox.mails, ({ key }) => key);
  const toTell = (simulation.cast.messages ? policiesIn(book) : []).flatMap(({ tenant, records, state: { terms } }) =>
    records.flatMap(({ record }) =>
      record.events.flatMap(({ type }, at) =>
        told.has(type) ? [{ tenant, type, eventId: `${record.id}.${record.seq}.${at + 1}`, terms }] : [],
      ),
    ),
  );
  const violations = toTell.flatMap(({ tenant, type, eventId, terms }) => {
    const all = byEvent.get(`${tenant} ${eventId}`) ?? [];
    const [one] = all;
    if (one === undefined || all.length > 1) return [`${type} ${eventId} was written down ${all.length} times.`];
    const { notificationId, status, customerId } = one.state;
    const should = expected(tenant, addresses.get(`${tenant} ${terms.customerId}`), mailbox.refuses(notificationId));
    const mails = sent.get(notificationId) ?? [];
    // A process that stood still for longer may have lost its turn to another: then both send.
    const inTurn = mails.filter(({ at }) => at < addMinutes(one.state.requestedAt, 1));
    return [
      ...unless(customerId === terms.customerId, () => `${notificationId} is for another customer.`),
      ...unless(status === should, () => `${notificationId} of ${type} is ${status}, and should be ${should}.`),
      ...unless(mails.length > 0 === (should === 'sent'), () => `${notificationId} went out ${mails.length} times.`),
      ...unless(
        inTurn.length < 2 || faults.counts.has('instance clock-skew'),
        () => `${notificationId} went out twice within a minute.`,
      ),
    ];
  });
  const strays = writtenIn(book).length - toTell.length;
  return {
    invariant: 'N1',
    looked: toTell.length,
    violations: [...violations, ...unless(strays === 0, () => `${strays} notifications tell of nothing.`)],
  };
};

const mailViolations = async (mail: Mail, one: Written | undefined, address: string | undefined, open: Open) => {
  if (one === undefined) return [`${mail.key} went out, and was never written down.`];
  const { customerId, content } = one.state;
  const written = Content.parse(await open(one.tenant, customerId, content));
  return [
    ...unless(mail.to === address, () => `${mail.key} went to somebody else than its customer.`),
    ...unless(
      written.to === mail.to && written.subject === mail.subject && written.text === mail.text,
      () => `${mail.key} went out otherwise than it was written down.`,
    ),
  ];
};

/** N2: nobody gets a message but the customer whom it is for, and it says what was written down. */
export const mailGoesToItsCustomer = async (given: Given): Promise<Check> => {
  const { book, simulation } = given;
  const open = openedFor(given);
  const addresses = await addressesIn(book, open);
  const byKey = new Map(writtenIn(book).map((one) => [`${one.tenant} ${one.state.notificationId}`, one]));
  const violations: string[] = [];
  for (const mail of simulation.mailbox.mails) {
    const one = byKey.get(`${mail.tenant} ${mail.key}`);
    const address = addresses.get(`${mail.tenant} ${one?.state.customerId}`);
    violations.push(...(await mailViolations(mail, one, address, open)));
  }
  return { invariant: 'N2', looked: simulation.mailbox.mails.length, violations };
};

type Reminded = { readonly at: string };

const orderOf = ({ records }: Chain, types: readonly string[]): readonly number[] =>
  records.flatMap(({ record }) =>
    record.events.flatMap(({ type }, n) => (types.includes(type) ? [record.seq * 100 + n] : [])),
  );

const reminderViolations = (chain: Chain & { readonly state: Policy }) => {
  const { id, state } = chain;
  const { remindAt, payBy } = state.terms;
  const kinds = [
    { type: 'premium.reminder-due', from: remindAt?.premium, before: payBy, over: ['premium.received'] },
    { type: 'renewal.reminder-due', from: remindAt?.renewal, before: state.period.to, over: [] },
  ];
  return kinds.flatMap(({ type, from, before, over }) => {
    const given = eventsOf<Reminded>(chain, type);
    const ended = Math.min(...orderOf(chain, ['policy.cancelled', 'policy.expired', ...over]));
    return [
      ...unless(given.length < 2, () => `${id} has ${given.length} times ${type}.`),
      ...unless(
        orderOf(chain, [type]).every((place) => place < ended),
        () => `${id} has ${type} when it is over.`,
      ),
      ...given.flatMap(({ at }) =>
        unless(
          from !== undefined && at >= from && (before === undefined || at < before),
          () => `${id} has ${type} at ${at}, and not from ${from} to ${before}.`,
        ),
      ),
    ];
  });
};

/** N3: a reminder comes once, at its time, and never when there is nothing left to be reminded of. */
export const remindersComeInTime = ({ book }: Given): Check => {
  const policies = policiesIn(book);
  return { invariant: 'N3', looked: policies.length, violations: policies.flatMap(reminderViolations) };
};
