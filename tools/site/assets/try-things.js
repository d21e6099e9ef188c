// What the forms of this tab were answered, for the forms that come after: an offer, its disclosures, and ids.

const kept = 'bindery-docs-things';
const ids = ['customerId', 'policyId', 'claimId'];

const parsed = (text) => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};

/** The last offer of an answer, with what must be acknowledged and what was insured, for both are asked again. */
const offerIn = (sent, answered) => {
  const offered = Array.isArray(answered.items) ? answered.items.filter(({ offer }) => offer?.token !== undefined) : [];
  const last = offered.at(-1);
  if (last === undefined) return {};
  const { token, disclosures = [] } = last.offer;
  const acknowledged = disclosures
    .filter(({ required }) => required)
    .map(({ code, contentHash }) => ({ code, contentHash }));
  const quoted = sent.items?.find(({ itemId }) => itemId === last.itemId)?.insuredObject ?? {};
  return { offer: token, acknowledged, quoted };
};

/** What can be used again of an answer to what was sent. */
export const thingsIn = (sent, answered) => ({
  ...Object.fromEntries(ids.flatMap((name) => (typeof answered[name] === 'string' ? [[name, answered[name]]] : []))),
  ...offerIn(sent, answered),
});

/** A body with what is known in the place of what was recorded; what it does not ask for is not put in. */
export const filledWith = (body, things) => {
  const out = { ...body };
  for (const name of [...ids, 'acknowledged', 'offer'])
    if (name in out && things[name] !== undefined) out[name] = things[name];
  if (out.identity !== undefined && things.quoted !== undefined)
    out.identity = Object.fromEntries(
      Object.entries(out.identity).map(([name, value]) => [name, things.quoted[name] ?? value]),
    );
  // A basket with more than one line has an offer for each, of which only the last is known.
  if (Array.isArray(out.items) && out.items.length === 1 && out.items[0].offer !== undefined)
    out.items = [filledWith(out.items[0], things)];
  return out;
};

export const known = () => parsed(sessionStorage.getItem(kept) ?? '{}');
export const forget = () => sessionStorage.removeItem(kept);
export const learn = (sent, answer) =>
  sessionStorage.setItem(kept, JSON.stringify({ ...known(), ...thingsIn(parsed(String(sent)), parsed(answer)) }));
