type Json = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

/** What a token says, but for what is fresh in every answer: its id, its instants, and hashes under another key. */
const termsIn = (token: unknown): Json => {
  const [body = '', kid, mac] = String(token).split('.');
  const { o: _id, q: _quoted, x: _expires, h, ...terms } = JSON.parse(Buffer.from(body, 'base64url').toString());
  return { ...terms, hidden: Object.keys(Object(h)), signed: kid !== undefined && mac?.length === 32 };
};

const itemIn = ({ offer, ...item }: Json): Json => {
  if (offer === undefined) return item;
  const { offerId, expiresAt, token, ...rest } = Object(offer);
  return { ...item, offer: { ...rest, terms: termsIn(token) }, fresh: [typeof offerId, typeof expiresAt] };
};

/**
 * What two servers must answer alike: of a quote everything that is not fresh in each answer, the terms inside the
 * signed token included; of a refusal its status, its code and the fields that it names. Its words are ours.
 */
export const alikeIn = (status: number, text: string): unknown => {
  const body: Json = JSON.parse(text);
  if (status === 200) return { status, items: list(body['items']).map(itemIn) };
  return { status, code: body['code'], pointers: list(body['errors']).map(({ pointer }) => pointer) };
};
