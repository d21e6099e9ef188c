import { rootKinds } from '../_kit/aggregates.ts';
import { relatedKinds } from '../_kit/relations.ts';
import { indexKeys, type Key, keys } from './keys.ts';

export type AccessPattern = { readonly what: string; readonly where: string } & Key;

const inTable = (what: string, key: Key): AccessPattern => ({ what, where: 'table', ...key });
const onIndex = (what: string, where: string, [pk, sk]: readonly [string, string]): AccessPattern => ({
  what,
  where,
  pk,
  sk,
});

const minute = '2026-11-23T08:00';
const instant = `${minute}:00.000Z`;
const claimId = `clm_${'x'.repeat(26)}001`;

const created = { createdAt: instant, id: '{id}' };

const pair = (key: Readonly<Record<string, string>>): readonly [string, string] => {
  const [pk = '', sk = ''] = Object.values(key);
  return [pk, sk];
};

/** How every item is found; made by the functions that make the keys, so that this page cannot say anything else. */
export const accessPatterns: readonly AccessPattern[] = [
  ...rootKinds.map((kind) => inTable(`State of a ${kind}`, keys.state('{tenant}', kind, '{id}'))),
  inTable('An operation record, by sequence', keys.record('{tenant}', 'policy', '{id}', 1)),
  inTable('A claim, inside its policy', keys.claim('{tenant}', claimId)),
  inTable('The wrapped key of a person', keys.vault('{tenant}', '{id}')),
  inTable('The answer of an idempotency key', keys.answer('{tenant}', '{hash}')),
  inTable('Who holds a unique business key', keys.one('{tenant}', '{hash}')),
  inTable('A delivery of an event to an endpoint', keys.delivery('{tenant}', '{id}')),
  inTable('The wrapped derivation secret of a tenant', keys.tenant('{tenant}')),
  inTable('An entry of the feed, by position', keys.feed('{tenant}', 1)),
  inTable('The end of the feed', keys.feedEnd('{tenant}')),
  inTable('The last signed checkpoint', keys.checkpoint('{tenant}')),
  inTable('The audited head of an aggregate', keys.head('{tenant}', '{id}')),
  inTable('A wake-up, by minute', keys.due(instant, '{tenant}', '{id}')),
  inTable('A wake-up of a sandbox, in its order', keys.due(instant, 'sbx-{tenant}', '{id}')),
  inTable('Where a sandbox’s clock stands', keys.clock('sbx-{tenant}')),
  inTable('How far wake-ups are drained', keys.watermark()),
  inTable('How far lost records are swept', keys.swept()),
  inTable('The tenants', keys.tenants('{tenant}')),
  onIndex(
    'What there is of a kind, by creation',
    'index `listing`',
    pair(indexKeys.listing('{tenant}', 'policy', instant, '{id}')),
  ),
  ...relatedKinds.flatMap((kind) => [
    onIndex(
      `What a customer has of a kind: ${kind}`,
      'index `listing`',
      pair(indexKeys.ofCustomer('{tenant}', kind, '{customerId}', created)),
    ),
    onIndex(
      `What stands under a partner’s reference: ${kind}`,
      'index `reference`',
      pair(indexKeys.ofReference('{tenant}', kind, '{reference}', created)),
    ),
  ]),
  onIndex(
    'What was delivered to an endpoint',
    'index `listing`',
    pair(indexKeys.deliveries('{tenant}', '{endpointId}', created)),
  ),
  onIndex('What waits for people', 'index `queue`', pair(indexKeys.queue('{tenant}', 'claims', instant, '{id}'))),
  onIndex('Records of a minute, for the sweeper', 'index `recorded`', pair(indexKeys.recorded(instant, '{id}', 1))),
];
