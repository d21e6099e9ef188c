import { type Bindery, createBindery } from './bindery.ts';
import type { Clock, Offer } from './generated/schemas.ts';

type Keys = { readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string };

/** What a carrier says of a parcel. */
export type Parcel = { readonly waybill: string; readonly status: string; readonly signedAt?: string };

/** What a source says of a flight. */
export type FlightReport = {
  readonly flight: string;
  readonly date: string;
  readonly source: string;
  readonly official: boolean;
  readonly cancelled: boolean;
  readonly scheduledArrival: string;
  readonly actualArrival?: string;
};

/** Where time is to go: by a span of ISO 8601 (`P30D`), or to an instant ahead. */
export type Advance = { readonly by: string } | { readonly to: string };

/** A sandbox with the world around it, for tests: you are the shop, the buyer, the carrier and the insurer's people. */
export type Sandbox = Keys & {
  readonly tenant: string;
  /** The shop. */
  readonly bindery: Bindery;
  /** Somebody of the insurer who holds roles of `listRoles`, such as `claims_handler`. */
  person(name: string, ...roles: readonly [string, ...string[]]): Promise<Keys & { readonly bindery: Bindery }>;
  /** The buyer's card pays an offer at the payment provider. */
  pay(offer: Pick<Offer, 'offerId' | 'premium'>, card?: string): Promise<void>;
  tellParcel(parcel: Parcel): Promise<void>;
  tellFlight(report: FlightReport): Promise<void>;
  /** What time it is in the sandbox. */
  now(): Promise<string>;
  /** Moves its time, and comes back once everything due on the way is done. */
  advance(to: Advance, watch?: (clock: Clock) => void): Promise<Clock>;
  /** Comes back once nothing is on its way any more, where the platform can tell, as it can on a laptop. */
  settled(): Promise<void>;
};

const lookEveryMs = 200;

const told = async (url: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} does not take this: ${response.status} ${await response.text()}`);
};

const providerOf = async (baseUrl: string): Promise<string> => {
  const response = await fetch(`${baseUrl}/sandbox`);
  const { provider } = response.ok ? ((await response.json()) as { readonly provider?: string }) : {};
  if (provider === undefined) throw new Error('This platform plays no payment provider: pay at your own test account.');
  return provider;
};

const charged = async (tenant: string, url: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const headers = { authorization: `Basic ${btoa(`sk_test_${tenant}:`)}` };
  const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const answer = (await response.json()) as { readonly id: string; readonly error?: { readonly message?: string } };
  if (!response.ok) throw new Error(`The payment provider refuses: ${answer.error?.message ?? response.status}`);
  return answer.id;
};

/** The sandbox that a login belongs to. */
export const sandboxOf = ({ baseUrl, clientId, clientSecret }: Keys): Sandbox => {
  const bindery = createBindery({ baseUrl, clientId, clientSecret });
  const tenant = clientId.slice(0, clientId.lastIndexOf('.'));
  return {
    ...{ baseUrl, clientId, clientSecret, tenant, bindery },
    person: async (name, ...roles) => {
      const made = await bindery.createCredential({ name, roles });
      const keys = { baseUrl, clientId: made.clientId, clientSecret: made.secret };
      return { ...keys, bindery: createBindery(keys) };
    },
    pay: async ({ offerId, premium: { gross } }, card = 'pm_card_visa') => {
      const intents = `${await providerOf(baseUrl)}/v1/payment_intents`;
      const intent = { amount: `${gross.amount}`, currency: gross.currency.toLowerCase() };
      const id = await charged(tenant, intents, { ...intent, 'metadata[offer_id]': offerId });
      await charged(tenant, `${intents}/${id}/confirm`, { payment_method: card });
    },
    tellParcel: (parcel) => told(`${baseUrl}/sandbox/parcels`, parcel),
    tellFlight: (report) => told(`${baseUrl}/sandbox/flights`, report),
    now: async () => (await bindery.getClock()).now,
    advance: async (to, watch = () => undefined) => {
      let clock = await bindery.advanceClock(to);
      while (clock.status === 'advancing') {
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
        clock = await bindery.getClock();
        watch(clock);
      }
      return clock;
    },
    settled: async () => {
      await (await fetch(`${baseUrl}/ops/idle`)).arrayBuffer();
    },
  };
};

/** Makes a sandbox of your own, as anybody may: a new tenant in which nothing is real. */
export const openSandbox = async (wish: { readonly baseUrl: string; readonly name: string }): Promise<Sandbox> => {
  const { baseUrl, name } = wish;
  const { clientId, secret } = await createBindery({ baseUrl }).createSandbox({ name });
  return sandboxOf({ baseUrl, clientId, clientSecret: secret });
};
