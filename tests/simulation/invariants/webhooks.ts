import { createHmac } from 'node:crypto';
import { pausesMs } from '../../../domain/webhooks/schedule.ts';
import type { Delivery, Endpoint } from '../../../domain/webhooks/schema.ts';
import { type Book, type Chain, eventsOf, livingIn, type Recorded, unless } from '../book.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };
type Told = {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: number;
  readonly data: string;
};

/** How far the clocks of two instances may be apart, and how long an attempt takes. */
const skewMs = 11 * 60_000;
const dayMs = 86_400_000;
/** What is told of how telling goes would never end. */
const untold = /^(endpoint\.(failing|missed|recovered|replay-.*)|clock\.advance-continued)$/;

const endpointsIn = ({ chains }: Book): readonly (Chain & { readonly state: Endpoint })[] =>
  chains.flatMap((chain) => (chain.kind === 'endpoint' ? [{ ...chain, state: chain.state as Endpoint }] : []));

/** The log of deliveries, read past the adapter. */
const deliveriesIn = ({ items }: Book): readonly Delivery[] =>
  items.flatMap(({ pk, s }) => (String(pk).includes('#DLV#') ? [s as Delivery] : []));

/** What a record has to be told as, by its own words. */
const toldOf = ({ record }: Recorded): readonly Told[] =>
  record.events.map(({ type, data }, at) => ({
    ...{ id: `${record.id}.${record.seq}.${at + 1}`, type, subject: record.id, sequence: record.seq },
    data: JSON.stringify(data),
  }));

/** What an endpoint wanted from its making to the end. One whose filter changed wanted what nobody can say. */
const wantedBy = (endpoint: ReturnType<typeof endpointsIn>[number], { book, simulation }: Given): readonly Told[] => {
  const begun = simulation.committed.indexOf(`${endpoint.id}.1`);
  const { types, endpointId } = endpoint.state;
  return book.chains
    .filter(({ tenant, id }) => tenant === endpoint.tenant && id !== endpointId)
    .flatMap(({ records }) => records)
    .filter(({ record }) => simulation.committed.indexOf(`${record.id}.${record.seq}`) > begun)
    .flatMap(toldOf)
    .filter(({ type }) => !untold.test(type) && (types.length === 0 || types.includes(type)));
};

/** D1: every endpoint that is there was told everything that it wanted, and nobody anything that never happened. */
export const webhooksAreDelivered = (given: Given): Check => {
  const { book, simulation } = given;
  const taken = new Set(
    deliveriesIn(book).flatMap(({ status, endpointId, event }) =>
      status === 'delivered' ? [`${endpointId} ${event.id}`] : [],
    ),
  );
  const heard = new Set(
    simulation.receivers.received.flatMap(({ status = 999, body }) => (status < 300 ? [JSON.parse(body).id] : [])),
  );
  const missing = endpointsIn(livingIn(book))
    .filter(({ state }) => state.status === 'enabled')
    .flatMap((endpoint) =>
      wantedBy(endpoint, given).flatMap(({ id, type }) =>
        unless(
          taken.has(`${endpoint.id} ${id}`) && heard.has(id),
          () => `${type} ${id} was never delivered to ${endpoint.id}.`,
        ),
      ),
    );
  const committed = new Map(book.chains.flatMap(({ records }) => records.flatMap(toldOf)).map((one) => [one.id, one]));
  const wrong = simulation.receivers.received.flatMap(({ body }) => {
    const { id, type, data, sequence, rehearsal } = JSON.parse(body);
    if (rehearsal === true || type === 'webhook.ping') return [];
    const told = committed.get(id);
    const isTrue = told?.type === type && told?.sequence === sequence;
    const isWhole = data === undefined || JSON.stringify(data) === told?.data;
    return unless(isTrue && isWhole, () => `${type} ${id} was told, and it never happened so.`);
  });
  return { invariant: 'D1', looked: simulation.receivers.received.length, violations: [...missing, ...wrong] };
};

const signedBy = (secret: string, id: string, at: string, body: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(`${id}.${at}.${body}`)
    .digest('base64');

/** D4: every attempt of an event has its id and its bytes, and is signed by a secret that the partner was shown. */
export const webhooksAreSigned = ({ simulation }: Given, secrets: readonly string[]): Check => {
  const signed = simulation.receivers.received.filter(({ headers }) => 'webhook-id' in headers);
  const byEvent = Map.groupBy(
    signed,
    ({ url, headers, body }) => `${url} ${headers['webhook-id']} ${body.includes('"data":')}`,
  );
  const forged = signed.flatMap(({ headers, body, at: now }) => {
    const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': signatures = '' } = headers;
    const given = signatures.split(' ').map((one) => one.replace(/^v1,/, ''));
    const isKnown = secrets.some((secret) => given.includes(signedBy(secret, id, at, body)));
    const isOwn = JSON.parse(body).id === id && Math.abs(Number(at) * 1_000 - Date.parse(now)) <= skewMs;
    return unless(
      isKnown && isOwn,
      () => `A webhook of ${id} is not signed as of now by somebody whom the partner knows.`,
    );
  });
  const changed = [...byEvent].flatMap(([name, all]) =>
    unless(new Set(all.map(({ body }) => body)).size === 1, () => `The bytes of ${name} changed between attempts.`),
  );
  return { invariant: 'D4', looked: signed.length, violations: [...forged, ...changed] };
};

/** Whether the pauses between attempts are no shorter than the schedule has them. */
const keepsPauses = ({ attempts }: Delivery): boolean =>
  attempts.slice(1).every(({ at }, n) => {
    const pause = Date.parse(at) - Date.parse(attempts[n]?.at ?? at);
    return pause >= (pausesMs[n] ?? 0) * 0.8 - skewMs;
  });

/** D4: the schedule is kept, nothing waits for ever, and only what failed for five days or has gone is switched off. */
export const scheduleIsKept = ({ book, simulation }: Given): Check => {
  const deliveries = deliveriesIn(book);
  const live = new Set(endpointsIn(book).flatMap(({ id, state }) => (state.status === 'enabled' ? [id] : [])));
  const standing = new Set(simulation.wakeUps.standing().map(({ of }) => of));
  const one = deliveries.filter(
    ({ round, attemptCount, roundAttempts }) => round === 1 && attemptCount === roundAttempts,
  );
  return {
    invariant: 'D4',
    looked: deliveries.length,
    violations: [
      ...one.flatMap((delivery) =>
        unless(keepsPauses(delivery), () => `${delivery.deliveryId} was tried sooner than the schedule has it.`),
      ),
      ...deliveries
        .filter(({ endpointId }) => live.has(endpointId))
        .flatMap(({ deliveryId, status, nextAttemptAt }) =>
          unless(
            (status === 'pending') === standing.has(deliveryId) &&
              (nextAttemptAt !== undefined) === (status === 'pending'),
            () =>
              `${deliveryId} is ${status}, and its wake-up ${standing.has(deliveryId) ? 'stands' : 'does not stand'}.`,
          ),
        ),
      ...endpointsIn(book).flatMap((endpoint) => switchedOffRightly(endpoint, simulation)),
    ],
  };
};

/** Told in the order of the records: since when it failed, and when it was switched off for that. */
const switchedOffRightly = (endpoint: Chain, { receivers }: Simulation): readonly string[] => {
  const saidFarewell = receivers.received.some(({ status }) => status === 410);
  const told = endpoint.records.flatMap(({ record }) => record.events);
  let since: string | undefined;
  return told.flatMap(({ type, data }) => {
    const { at, reason } = Object(data);
    if (type === 'endpoint.failing') since ??= at;
    if (type === 'endpoint.recovered' || type === 'endpoint.enabled') since = undefined;
    if (type === 'endpoint.disabled' && reason === 'gone')
      return unless(saidFarewell, () => `${endpoint.id} was switched off, and no receiver had said that it was gone.`);
    if (type !== 'endpoint.disabled' || reason !== 'failing') return [];
    const days = since === undefined ? 0 : (Date.parse(at) - Date.parse(since)) / dayMs;
    return unless(days >= 5, () => `${endpoint.id} was switched off after ${days} days.`);
  });
};

/** Endpoints whose deliveries are still under way, or that can be asked to make good what they missed. */
export const endpointsAtWork = (book: Book): boolean =>
  deliveriesIn(book).some(({ status }) => status === 'pending') ||
  endpointsIn(book).some(({ state }) => state.replay?.status === 'running');

export const endpointsToMend = (book: Book) =>
  endpointsIn(book).filter(
    (chain) =>
      chain.state.status === 'disabled' ||
      (chain.state.status === 'enabled' && chain.state.missedFrom !== undefined) ||
      eventsOf(chain, 'endpoint.disabled').length > 0,
  );
