import { hmac } from '../../../functions/_kit/crypto.ts';
import { StoredInboxEntry } from '../../../functions/_kit/inbound/schema.ts';
import { secretBox } from '../../../functions/_kit/secret-box.ts';
import { unless } from '../book.ts';
import { type Command, finalOf } from '../client.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly simulation: Simulation; readonly commands: readonly Command[] };

/** The entries of a tenant, with the bodies that a replay would process. */
const entriesOf = async ({ inboxFiles, platform }: Simulation, tenant: string) => {
  const derivation = (await platform.tenants.derivation(tenant)) ?? new Uint8Array();
  const folder = `entries/${tenant}/`;
  return [...inboxFiles].flatMap(([name, { text }]) => {
    if (!name.startsWith(folder)) return [];
    const entry = StoredInboxEntry.parse(JSON.parse(text));
    const key = hmac(derivation, 'concealed', `inbox ${entry.entryId}`);
    return [{ entry, event: JSON.parse(secretBox(key, platform.random).open(entry.sealed)) }];
  });
};

/** D7: a webhook that was answered 200 lies in the inbox, whole, done and where it can be listed. */
export const answeredIsInTheInbox = async ({ simulation, commands }: Given): Promise<Check> => {
  const taken = commands.filter(
    (command) => command.endpoint.contract.id === 'receivePaymentWebhook' && finalOf(command)?.status === 200,
  );
  const arrivals = [...simulation.inboxFiles.keys()].filter((name) => name.startsWith('arrivals/'));
  const violations: string[] = [];
  for (const { n, ask } of taken) {
    const { id } = ask.body as { readonly id: string };
    const entries = await entriesOf(simulation, ask.params?.['tenantId'] ?? '');
    const own = entries.filter(({ entry }) => entry.eventId === id);
    const [kept] = own;
    violations.push(
      ...unless(own.length === 1, () => `${id} of command ${n} lies in the inbox ${own.length} times.`),
      ...unless(kept === undefined || kept.event.id === id, () => `${id} lies in the inbox as ${kept?.event.id}.`),
      ...unless(
        kept === undefined || kept.entry.status === 'done',
        () => `${id} is ${kept?.entry.status} in the inbox.`,
      ),
      ...unless(
        kept === undefined || arrivals.filter((name) => name.includes(kept.entry.entryId)).length === 1,
        () => `${id} cannot be listed, or is listed twice.`,
      ),
    );
  }
  return { invariant: 'D7', looked: taken.length, violations };
};
