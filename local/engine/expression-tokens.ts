import { validation } from './errors.ts';

/** What a piece of an expression is: `#alias`, `:value`, a bare word, a sign, or the end. */
export type TokenKind = 'alias' | 'value' | 'word' | 'sign' | 'end';
export type Token = { readonly kind: TokenKind; readonly text: string };

const shapes = /\s*(?:(?<alias>#\w+)|(?<value>:\w+)|(?<word>[A-Za-z]\w*)|(?<sign><>|<=|>=|[=<>(),.])|(?<end>$))/y;
const kinds: readonly TokenKind[] = ['alias', 'value', 'word', 'sign', 'end'];

export const syntaxError = (label: string, token: string) =>
  validation(`Invalid ${label}: Syntax error; token: "${token === '' ? '<EOF>' : token}"`);

/** Splits an expression; `label` names it in the error, as DynamoDB does ("ConditionExpression"). */
export const tokensOf = (label: string, text: string): readonly Token[] => {
  const tokens: Token[] = [];
  shapes.lastIndex = 0;
  while (tokens.at(-1)?.kind !== 'end') {
    const start = shapes.lastIndex;
    const groups = shapes.exec(text)?.groups;
    if (groups === undefined) throw syntaxError(label, text.slice(start).trim().charAt(0));
    for (const kind of kinds) if (groups[kind] !== undefined) tokens.push({ kind, text: groups[kind] });
  }
  return tokens;
};
