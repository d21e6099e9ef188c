import type { Named } from '../../../functions/_kit/contract.ts';

/** Links between pages of the reference, from one that lies in a folder of it. */
export const operationLink = (id: string): string => `[${id}](../operations/${id}.md)`;
export const eventLink = (type: string): string => `[${type}](../events/${type}.md)`;
export const problemLink = (code: string): string => `[${code}](../problems/${code}.md)`;

export const linked = (names: readonly string[], link: (name: string) => string): string =>
  names.length === 0 ? '–' : names.map(link).join(', ');

/** The section of lifecycles.md that tells of a kind of aggregate. */
const lifecycleOf: Readonly<Record<string, readonly string[]>> = {
  policy: ['policy', 'claim', 'disbursement'],
  alert: ['alert'],
  credential: ['credential'],
  notification: ['notification'],
  endpoint: ['webhook-endpoint'],
};

/** The lifecycles on which an entry may move something. */
export const lifecycleLinks = (writes: readonly string[]): readonly string[] =>
  writes.flatMap((kind) =>
    (lifecycleOf[kind] ?? []).map((name) => `[${name.replace('-', ' ')}](../lifecycles.md#${name})`),
  );

const lifecycleByPrefix: Readonly<Record<string, string>> = {
  ...{ policy: 'policy', premium: 'policy', renewal: 'policy', claim: 'claim', disbursement: 'disbursement' },
  ...{ alert: 'alert', credential: 'credential', notification: 'notification', endpoint: 'webhook-endpoint' },
};

/** Of what lifecycle an event tells, as a paragraph of its page; nothing where its object has none. */
export const lifecycleOfEvent = (type: string): string => {
  const name = lifecycleByPrefix[type.split('.')[0] ?? ''];
  return name === undefined ? '' : `\n**Lifecycle.** [${name.replace('-', ' ')}](../lifecycles.md#${name})\n`;
};

/** What a page knows of an entry, whichever kind it is. */
export type Entry = Named<{ readonly summary: string }>;

/** The capability that an entry belongs to, as its page in the list of operations. */
export const capabilityLink = (capability: string): string => `[${capability}](../operations.md#${capability})`;
