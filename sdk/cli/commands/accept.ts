import type { Bindery } from '../../bindery.ts';
import type { Offer, ProductDetail, QuoteResponse } from '../../generated/schemas.ts';
import { formatMoney } from '../../money.ts';
import type { Asked } from '../../operation.ts';
import { dataFrom, objectFrom } from '../given-data.ts';
import { shown } from '../print.ts';
import { type Language, languageFrom, textLines } from '../quote-lines.ts';
import { type Command, clientFor } from '../terminal.ts';
import { needed, read, WrongUsage } from '../usage.ts';

const isCollection = (text: string): text is Asked<'bindPolicy'>['collection'] =>
  text === 'provider' || text === 'partner';

const offerIn = ({ items }: QuoteResponse, itemId: string | undefined): Offer => {
  const line = items.find((one) => itemId === undefined || one.itemId === itemId);
  if (line === undefined) throw new WrongUsage(`The quote has no item ${itemId ?? ''}`);
  if (line.outcome === 'declined')
    throw new WrongUsage(
      `It is not insured: ${line.reasons.map(({ code, text }) => `${text.en} (${code})`).join(', ')}`,
    );
  return line.offer;
};

/** The product of the very version that was offered: its texts are those whose hashes stand in the offer. */
const productOf = (bindery: Bindery, { productId, productVersion }: Offer) =>
  bindery.getProduct({ productId, version: productVersion });

/** The exemptions have no text of their own: what is excluded is their text. */
const textsOf = ({ disclosures, exclusions }: ProductDetail, code: string) => {
  const text = disclosures.find((one) => one.code === code)?.text;
  return text === undefined ? exclusions.map((exclusion) => exclusion.text) : [text];
};

const toRead = ({ premium, expiresAt, disclosures }: Offer, product: ProductDetail) => ({
  ...{ premium: premium.gross, expiresAt },
  items: disclosures.map(({ code, required, title }) => ({ code, required, title, texts: textsOf(product, code) })),
});

const readLines = ({ premium, expiresAt, items }: ReturnType<typeof toRead>, language?: Language): string =>
  [
    `Premium ${formatMoney(premium, 'en')}, offered until ${expiresAt}`,
    ...items.flatMap(({ code, required, title, texts }) => [
      '',
      `${code}${required ? '  (required)' : ''}`,
      ...textLines(title, language).map((line) => `  ${line}`),
      ...texts.flatMap((text) => textLines(text, language).map((line) => `    ${line}`)),
    ]),
  ].join('\n');

/** What identifies the insured object has to be said once more: its names are in the form. */
const identityWanted = ({ insuredObject, options }: ProductDetail): string => {
  const names = [...insuredObject, ...options].flatMap(({ name, hashed }) => (hashed ? [name] : []));
  const example = JSON.stringify(Object.fromEntries(names.map((name) => [name, '…'])));
  return `--identity with ${names.join(', ')}, such as --identity '${example}'`;
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
  --language <en|zh>        the texts in one language alone
  --idempotency-key <text>  to go on with what had no answer
Without --agree it shows the premium and every text, and binds nothing.`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, {
      item: { type: 'string' },
      customer: { type: 'string' },
      reference: { type: 'string' },
      identity: { type: 'string' },
      collection: { type: 'string', default: 'provider' },
      agree: { type: 'string' },
      language: { type: 'string' },
      'idempotency-key': { type: 'string' },
    });
    const quote = dataFrom(needed(positionals[0], 'the quote, such as @quote.json')) as QuoteResponse;
    const offer = offerIn(quote, values.item);
    const { agree, collection, identity } = values;
    const language = languageFrom(values.language);
    const bindery = clientFor(terminal, values);
    if (agree === undefined) {
      const seen = toRead(offer, await productOf(bindery, offer));
      return terminal.out(values.json || values.pick ? shown(seen, values) : readLines(seen, language));
    }
    if (!isCollection(collection)) throw new WrongUsage('--collection is provider or partner.');
    const customerId = needed(values.customer, '--customer');
    const reference = needed(values.reference, '--reference');
    if (identity === undefined) throw new WrongUsage(`Say ${identityWanted(await productOf(bindery, offer))}.`);
    const codes = agree.split(',');
    const agreed = offer.disclosures.filter(({ code, required }) =>
      agree === 'required' ? required : codes.includes(code),
    );
    const policy = await bindery.bindPolicy(
      {
        ...{ offer: offer.token, collection, customerId, reference },
        identity: objectFrom(identity) as Record<string, string>,
        acknowledged: agreed.map(({ code, contentHash }) => ({ code, contentHash })),
      },
      { idempotencyKey: values['idempotency-key'] },
    );
    terminal.out(shown(policy, values));
  },
};
