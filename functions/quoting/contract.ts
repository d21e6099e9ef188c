import { quoteRefusals } from '../../domain/quoting/refusals.ts';
import { QuoteRequest, QuoteResponse } from '../../domain/quoting/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { capability } from '../_kit/contract.ts';

export const quoting = capability('quoting', {
  endpoints: {
    createQuote: {
      method: 'POST',
      path: '/quotes',
      summary: 'Quote a basket',
      description:
        'Prices 1 to 16 items at once. Each is offered, with its worksheet, disclosures and a signed token, or declined with reasons. Nothing is read and nothing is written, so it needs no idempotency key.',
      caller: 'partner',
      scope: 'quotes:write',
      body: QuoteRequest,
      response: QuoteResponse,
      success: 200,
      refusals: pick(quoteRefusals, 'invalid-inputs'),
      reads: [],
      writes: [],
      emits: [],
      uses: ['offerKeys'],
      ownFunction: true,
      ifBroken: 'No shop can show a price, so nothing is sold.',
      promise: 'partners-can-sell',
    },
  },
});
