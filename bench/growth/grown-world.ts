import { es256Signer } from '../../functions/_adapters/es256-signer.ts';
import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { eventsOfItem } from '../../functions/_storage/enrichment.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { itemsPutBy } from '../../local/bus/tap.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { loadEntries } from '../../local/entries.ts';
import { aSigningKey, memoryArchive } from '../../tests/support/audited.ts';
import { trustingWebhooks } from '../../tests/support/payments.ts';
import { someOfferKeys } from '../../tests/support/sale.ts';
import { type Asked, aWorld } from '../../tests/support/world.ts';
import { heard, ledger } from '../capacity/spent.ts';
import { fillBook, policyIdOf } from './grown-book.ts';
import type { Templates } from './templates.ts';

/** A whole platform over a book of so many policies, all of one tenant; the time is right after all of it. */
export const aGrownWorld = async (made: Templates, policies: number) => {
  const { endpoints, schedules } = await loadEntries();
  const engine = createInProcessEngine(tableDefinition);
  const now = await fillBook(engine.client as TableClient, made, policies);
  const book = ledger();
  const events: CloudEvent[] = [];
  const through = (client: TableClient): TableClient =>
    heard(client, (command, output) => {
      book.hear('ours')(command, output);
      events.push(...itemsPutBy(command).flatMap(eventsOfItem));
    });
  const { archive } = memoryArchive();
  const { privateJwk } = await aSigningKey();
  const world = await aWorld(endpoints, {
    client: engine.client as TableClient,
    through,
    seed: 'grown',
    startAt: now,
    services: {
      ...{ archive, evidence: archive, signer: es256Signer(privateJwk), offerKeys: someOfferKeys() },
      providerWebhooks: trustingWebhooks,
      bus: { publish: async () => undefined },
      webhookRules: { rules: async () => ({ loopback: false }) },
    },
  });
  /** What succeeds, or an error that says what did not. */
  const did = async (operation: string, asked: Asked) => {
    const answer = await world.call(operation, asked);
    if (answer.status >= 300) throw new Error(`${operation} was refused: ${answer.text}`);
    return { text: answer.text, body: answer.body as Readonly<Record<string, unknown>> };
  };
  const idOf = (number: number): string => policyIdOf(made, number);
  return { ...world, policies, began: made.now, book, events, schedules, did, idOf };
};
export type GrownWorld = Awaited<ReturnType<typeof aGrownWorld>>;
