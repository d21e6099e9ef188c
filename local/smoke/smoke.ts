import { setTimeout as wait } from 'node:timers/promises';
import { basketOf } from '../demo/basket.ts';
import { at, type Client, createClient, listAt, textAt } from '../demo/client.ts';
import { loadBuyers, loadOrders, renumbered } from '../demo/orders.ts';
import { bindBodyOf, quotedOf } from '../demo/shop.ts';
import { newSandbox } from '../new-sandbox.ts';
import type { Credentials } from '../seed/credentials.ts';

export type SmokeWish = {
  readonly url: string;
  /** Tells one run from another: numbers follow from it. */
  readonly run: string;
  readonly say: (line: string) => void;
  /** How long events may take from the table to the feed; a deployed pipe needs a second or two. */
  readonly eventMsMax?: number;
};

/** A step that did not come out as it must; its message is the sentence for whoever deployed. */
const must = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Error(sentence);
};

const order = async (run: string) => {
  const [found] = (await loadOrders()).filter(({ insure }) => insure.join() === 'return-freight');
  if (found === undefined) throw new Error('The examples hold no order of return freight.');
  return renumbered(found, run.slice(0, 6));
};

/** Prices an order, registers its buyer and binds; answers the policy's id. */
const sell = async (client: Client, { run, say }: SmokeWish): Promise<string> => {
  const wanted = await order(run);
  const [line] = basketOf(wanted, new Date().toISOString());
  if (line === undefined) throw new Error('The order insures nothing.');
  const quote = await client.post('partner', '/quotes', { body: { items: [line.item] } });
  must(quote.status === 200, `a quote answers ${quote.status}: ${quote.text}`);
  const quoted = quotedOf(at(quote.body, 'items.0'), line.productId, line.identity);
  say(`quoted   ${quoted.gross} fen`);
  const buyer = (await loadBuyers())[wanted.buyer];
  const customer = await client.post('partner', '/customers', { body: buyer });
  must(customer.status === 201, `a customer answers ${customer.status}: ${customer.text}`);
  const body = { ...bindBodyOf(quoted, wanted, textAt(customer.body, 'customerId')), collection: 'partner' };
  const [first, again] = [
    await client.post('partner', '/policies', { body, key: `smoke-${run}` }),
    await client.post('partner', '/policies', { body, key: `smoke-${run}` }),
  ];
  must(first.status === 201, `a bind answers ${first.status}: ${first.text}`);
  must(again.text === first.text, 'a bind that is repeated under its key answers something else.');
  const policyId = textAt(first.body, 'policyId');
  say(`bound    ${policyId}`);
  return policyId;
};

/** Waits until the event of a policy is in the feed: stream, pipe, bus, queue and audit all work then. */
const untilTold = async (client: Client, policyId: string, msMax: number): Promise<void> => {
  const deadline = Date.now() + msMax;
  for (;;) {
    const { body, status, text } = await client.get('partner', '/events?limit=100');
    must(status === 200, `the events answer ${status}: ${text}`);
    if (listAt(body, 'items').some((event) => JSON.stringify(event).includes(policyId))) return;
    must(Date.now() < deadline, `no event of ${policyId} came within ${msMax / 1_000} seconds: look at the outbox.`);
    await wait(500);
  }
};

const run = async (wish: SmokeWish): Promise<void> => {
  const { url, say, eventMsMax = 60_000 } = wish;
  const health = await fetch(`${url}/v1/health`);
  must(health.status === 200, `its health answers ${health.status}.`);
  say('healthy');
  const { clientId, secret } = await newSandbox({ url, name: 'Smoke test', key: wish.run });
  const client = createClient(url, { partner: { clientId, secret } } as Credentials);
  const policyId = await sell(client, wish);
  const policy = await client.get('partner', `/policies/${policyId}`);
  must(policy.status === 200, `the policy answers ${policy.status}: ${policy.text}`);
  await untilTold(client, policyId, eventMsMax);
  say('told     its event is in the feed');
  const nobodys = await fetch(`${url}/v1/policies/${policyId}`);
  must(nobodys.status === 401, `the policy is shown without a token: ${nobodys.status}.`);
  say('guarded  without a token it is refused');
};

/** A request that nobody answered says so in its cause alone. */
const why = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  if (!(cause instanceof Error)) return thrown.message;
  return `${thrown.message} (${cause.message || Object(cause).code || cause.name}).`;
};

/**
 * Sells one policy in a sandbox of its own, by the API alone, and follows its event to the feed. Answers what is wrong,
 * or nothing. What it made stays in that sandbox, which nobody else knows.
 */
export const smoke = async (wish: SmokeWish): Promise<string | undefined> => {
  try {
    await run(wish);
    return undefined;
  } catch (thrown) {
    return why(thrown);
  }
};
