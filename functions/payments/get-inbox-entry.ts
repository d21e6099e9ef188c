import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { findEntry } from '../_kit/inbound/entries.ts';
import { viewOfEntry } from '../_kit/inbound/noted.ts';
import { payments } from './contract.ts';

export const endpoint = implement(payments.endpoints.getInboxEntry, async ({ tenant, params, ports }) => {
  const kept = await findEntry(ports.inbox, tenant, params.entryId);
  return kept === undefined ? refuse('inbox-entry-not-found', params) : accept(viewOfEntry(kept.entry));
});
