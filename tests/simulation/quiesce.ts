import { type Book, bookOf, livingIn, policiesIn, sumOf } from './book.ts';
import { type Command, finalOf } from './client.ts';
import type { Driver } from './driver.ts';
import { webhookAsk } from './generators/payments.ts';
import { endpointsAtWork, endpointsToMend } from './invariants/webhooks.ts';
import type { Simulation } from './simulation.ts';
import type { timeOf } from './time.ts';

type Given = {
  readonly simulation: Simulation;
  readonly driver: Driver;
  readonly time: ReturnType<typeof timeOf>;
  /** Runs all tasks to their end. */
  readonly runOut: () => Promise<void>;
};

const roundsMax = 24;
const minuteMs = 60_000;
const openStatuses = ['requested', 'submitted', 'unknown'];

const isOpen = (book: Book): boolean =>
  policiesIn(book).some(({ state }) => state.disbursements.some(({ status }) => openStatuses.includes(status)));

/** Whether there are as many entries in the feeds as records; whether they are the right ones is checked at the end. */
const isAudited = ({ chains, items }: Book): boolean =>
  items.filter(({ pk, sk }) => String(sk).startsWith('AT#') && String(pk).includes('#FEED#')).length ===
  sumOf(chains.map(({ records }) => records.length));

/** Delivers everything that waits, and what follows from it; an operator has the dead letters delivered again. */
const deliverAll = async ({ simulation: { bus }, runOut }: Given): Promise<void> => {
  bus.redrive();
  while (bus.waits() > 0) {
    await bus.deliver();
    await runOut();
  }
};

/** Every client gets its answer, every webhook its 2xx. */
const answerAll = async ({ simulation, driver, runOut }: Given, told: Set<string>): Promise<void> => {
  for (const command of driver.open()) await driver.send(command);
  await runOut();
  const endpoint = simulation.entries.endpoints.find(({ contract }) => contract.id === 'receivePaymentWebhook');
  if (endpoint === undefined) throw new Error('Nobody takes webhooks.');
  for (const webhook of simulation.provider.webhooks) {
    if (told.has(webhook.event.id)) continue;
    const made = { endpoint, tenant: webhook.tenant as Command['tenant'], ask: webhookAsk(webhook) };
    const command = driver.add(made, 5000 + told.size);
    await driver.send(command);
    await runOut();
    if (finalOf(command)?.status === 200) told.add(webhook.event.id);
  }
};

const ask = async ({ simulation, driver, runOut }: Given, operation: string, made: Pick<Command, 'tenant' | 'ask'>) => {
  const endpoint = simulation.entries.endpoints.find(({ contract }) => contract.id === operation);
  if (endpoint === undefined) throw new Error(`There is no ${operation}.`);
  await driver.send(driver.add({ endpoint, ...made }, 7000 + driver.commands.length));
  await runOut();
};

/** Partners mend their endpoints, switch them on again and have themselves told what they missed. */
const mendEndpoints = async (given: Given): Promise<void> => {
  const { simulation, time } = given;
  for (const { id, tenant, state } of endpointsToMend(livingIn(bookOf(simulation)))) {
    const made = { tenant: tenant as Command['tenant'], ask: { params: { endpointId: id } } };
    if (state.status === 'disabled') await ask(given, 'enableWebhookEndpoint', made);
    if (state.missedFrom === undefined) continue;
    await ask(given, 'replayWebhooks', { ...made, ask: { ...made.ask, body: { missed: true } } });
  }
  for (let round = 0; round < roundsMax; round += 1) {
    await deliverAll(given);
    await time.fire();
    if (!endpointsAtWork(livingIn(bookOf(simulation))) && simulation.bus.isQuiet()) break;
    await time.pass(minuteMs * 2 ** Math.min(round, 10));
  }
};

/**
 * Nothing goes wrong any more: what is owed must come. Clients retry, the provider decides and tells, the bus delivers,
 * time passes to what is due, and the sweep finds what was lost.
 */
export const quiesce = async (given: Given): Promise<void> => {
  const { simulation, time, runOut } = given;
  const { bus, faults, lost, provider, tick } = simulation;
  const told = new Set<string>();
  faults.heal();
  for (let round = 0; round < roundsMax; round += 1) {
    await runOut();
    provider.settle(true);
    await answerAll(given, told);
    await deliverAll(given);
    await time.fire();
    await deliverAll(given);
    const book = bookOf(simulation);
    // What asked to come again later came at once, five times; the operator has it delivered in the next round.
    const isDelivered = bus.isQuiet() && bus.deadLetters.length === 0;
    const isOwed = isOpen(livingIn(book)) || endpointsAtWork(livingIn(book));
    if (isDelivered && given.driver.open().length === 0 && isAudited(book) && !isOwed) break;
    if (!isAudited(book) && lost.length > 0) await time.sweepAll();
    await time.pass(11 * minuteMs * 2 ** Math.min(round, 6));
  }
  await mendEndpoints(given);
  // The first may only take over what an attempt that was cut off had left.
  for (const _ of ['taken over', 'signed']) {
    await tick('signCheckpoint');
    await runOut();
    // What is signed is told, and telling it makes the feed longer.
    await deliverAll(given);
  }
};
