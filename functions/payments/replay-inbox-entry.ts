import { replayOf } from '../_kit/inbound/replay.ts';
import { bookProviderEvent } from './book-provider-event.ts';
import { payments } from './contract.ts';
import { stripe } from './stripe.ts';

export const endpoint = replayOf(payments.endpoints.replayInboxEntry, stripe, bookProviderEvent);
