const comment = /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)/;
const text = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/;
/** A slash begins a regular expression only where no value can end before it. */
const regex = /(?<=[(,=:[!&|?{};\n>]\s*|return\s+)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/;
/** What is not plain code, whichever begins first. */
const pieces = new RegExp([comment, text, regex].map(({ source }) => source).join('|'), 'g');

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** A source with its comments blanked; every character keeps its place. */
export const withoutComments = (source: string): string =>
  source.replace(pieces, (piece, comment) => (comment === undefined ? piece : blank(piece)));

/** A source with its comments, texts and regular expressions blanked, so that only code is left. */
export const bareCode = (source: string): string =>
  source.replace(pieces, (piece, comment) =>
    comment === undefined ? piece.charAt(0) + blank(piece.slice(1, -1)) + piece.charAt(0) : blank(piece),
  );

/** The line of a character, from 1. */
export const lineAt = (source: string, at: number): number => source.slice(0, at).split('\n').length;
