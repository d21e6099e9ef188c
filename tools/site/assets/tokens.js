// How a text becomes the words by which it is found. The index is built with this, and the browser asks with it.

const han = /\p{Script=Han}+/gu;

/** Chinese has no blanks: two characters beside each other are a word, on both sides alike. */
const pairs = (run) => (run.length < 2 ? [run] : [...run].slice(1).map((second, at) => [...run][at] + second));

/** `bindPolicy` and `price-changed` are found whole and by their parts. */
const withParts = (word) => {
  const parts = word.split(/(?<=[a-z0-9])(?=[A-Z])|[-._:/]+/).filter((part) => part !== '');
  return parts.length > 1 ? [word, ...parts] : parts;
};

export const tokensOf = (text, field) => {
  // What a page is called by programs is found whole.
  if (field === 'keys') return text.toLowerCase().split(/ \/?/);
  const chinese = (text.match(han) ?? []).flatMap(pairs);
  const others = text.replace(han, ' ').match(/[\p{L}\p{N}]+(?:[-._:/][\p{L}\p{N}]+)*/gu) ?? [];
  return [...others.flatMap(withParts).map((word) => word.toLowerCase()), ...chinese];
};

/** Plurals are found by their singular; nothing cleverer, for codes are no English. */
export const termOf = (token) => (/^[a-z]{4,}s$/.test(token) && !token.endsWith('ss') ? token.slice(0, -1) : token);

export const fields = ['title', 'keys', 'headings', 'text'];

export const searchOptions = (language) => ({
  boost: { title: 5, keys: 6, headings: 2.5 },
  prefix: (term, at, terms) => at === terms.length - 1 && term.length > 1,
  fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
  weights: { fuzzy: 0.2, prefix: 0.5 },
  boostDocument: (_id, _term, stored) => (stored.weight ?? 1) * (stored.language === language ? 1.5 : 1),
});
