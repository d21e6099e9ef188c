import type { QuoteResponse } from '../../generated/schemas.ts';
import type { Asked } from '../../operation.ts';
import { dataFrom, objectFrom } from '../given-data.ts';
import { shown } from '../print.ts';
import { type Command, clientFor } from '../terminal.ts';
import { needed, read, WrongUsage } from '../usage.ts';

const isCollection = (text: string): text is Asked<'bindPolicy'>['collection'] =>
  text === 'provider' || text === 'partner';

const offerIn = ({ items }: QuoteResponse, itemId: string | undefined) => {
  const line = items.find((one) => itemId === undefined || one.itemId === itemId);
  if (line === undefined) throw new WrongUsage(`The quote has no item ${itemId ?? ''}`);
  if (line.outcome === 'declined')
    throw new WrongUsage(
      `It is not insured: ${line.reasons.map(({ code, text }) => `${text.en} (${code})`).join(', ')}`,
    );
  return line.offer;
};

/** A bind out of an answered quote, so that nobody has to copy tokens and hashes about. */
export const accept: Command = {
  help: `Binds an offer of a quote that you have kept.

  bindery quotes create --data @basket.json --json > quote.json
  bindery accept @quote.json --customer cus_… --reference order-42 --identity '{"orderNumber":"SO-42"}' \\
    --agree required

  --item <itemId>           the first one unless said
  --collection <how>        provider (unless said) or partner
  --agree <codes>           the disclosures that the buyer has seen and agreed to, by their codes and commas;
                            "required" for just those without which nothing is bound
  --idempotency-key <text>  to go on with what had no answer
Without --agree it shows them and binds nothing.`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, {
      item: { type: 'string' },
      customer: { type: 'string' },
      reference: { type: 'string' },
      identity: { type: 'string' },
      collection: { type: 'string', default: 'provider' },
      agree: { type: 'string' },
      'idempotency-key': { type: 'string' },
    });
    const quote = dataFrom(needed(positionals[0], 'the quote, such as @quote.json')) as QuoteResponse;
    const { token, disclosures } = offerIn(quote, values.item);
    const { agree, collection } = values;
    if (agree === undefined) {
      const shownOnes = disclosures.map(({ code, required, title }) => ({ code, required, title: title.en }));
      return terminal.out(shown({ items: shownOnes }, values));
    }
    if (!isCollection(collection)) throw new WrongUsage('--collection is provider or partner.');
    const codes = agree.split(',');
    const agreed = disclosures.filter(({ code, required }) => (agree === 'required' ? required : codes.includes(code)));
    const policy = await clientFor(terminal, values).bindPolicy(
      {
        ...{ offer: token, collection },
        customerId: needed(values.customer, '--customer'),
        reference: needed(values.reference, '--reference'),
        identity: objectFrom(needed(values.identity, '--identity')) as Record<string, string>,
        acknowledged: agreed.map(({ code, contentHash }) => ({ code, contentHash })),
      },
      { idempotencyKey: values['idempotency-key'] },
    );
    terminal.out(shown(policy, values));
  },
};
