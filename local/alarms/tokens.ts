export type Token = { readonly kind: 'number' | 'name' | 'text' | 'sign'; readonly text: string };

const forms: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/],
  ['name', /^[A-Za-z_][\w.:-]*/],
  ['text', /^"[^"]*"|^'[^']*'/],
  ['sign', /^(?:>=|<=|==|!=|&&|\|\||[-+*/^(),<>[\]])/],
];

/** Cuts an expression or a rule into its words. */
export const tokensOf = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  let rest = source.trimStart();
  while (rest !== '') {
    const found = forms.flatMap(([kind, form]) => {
      const text = form.exec(rest)?.[0];
      return text === undefined ? [] : [{ kind, text }];
    })[0];
    if (found === undefined) throw new Error(`"${source}" cannot be read from "${rest.slice(0, 20)}" on.`);
    tokens.push(found);
    rest = rest.slice(found.text.length).trimStart();
  }
  return tokens;
};

/** Reads words one after the other; whoever reads says which it wants. */
export const reader = (source: string) => {
  const tokens = tokensOf(source);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const fail = (): never => {
    const word = peek()?.text;
    throw new Error(`"${source}" has ${word === undefined ? 'no end' : `"${word}" where it does not belong`}.`);
  };
  const take = (...wanted: readonly string[]): string | undefined => {
    const token = peek();
    if (token === undefined || token.kind === 'text' || !wanted.includes(token.text)) return undefined;
    at += 1;
    return token.text;
  };
  return {
    peek,
    fail,
    /** The next word if it is one of these. */
    take,
    /** The next word, which has to be this one. */
    need: (wanted: string): void => void (take(wanted) ?? fail()),
    next: (): Token => {
      const token = peek() ?? fail();
      at += 1;
      return token;
    },
    isAtEnd: (): boolean => at === tokens.length,
  };
};
export type Reader = ReturnType<typeof reader>;
