/** One piece of a wildcard pattern: a character, or any number of any characters. */
type Piece = { readonly any: true } | { readonly character: string };

/**
 * Splits `a*\*b`; undefined where the pattern is malformed: two stars side by side, or a backslash before anything but
 * a star or a backslash.
 */
export const wildcardPieces = (pattern: string): readonly Piece[] | undefined => {
  const pieces: Piece[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*') {
      const before = pieces.at(-1);
      if (before !== undefined && 'any' in before) return undefined;
      pieces.push({ any: true });
    } else if (character === '\\') {
      at += 1;
      const escaped = characters[at];
      if (escaped !== '*' && escaped !== '\\') return undefined;
      pieces.push({ character: escaped });
    } else pieces.push({ character });
  }
  return pieces;
};

/** Greedy with one step back: linear for one star, and never exponential. */
export const fitsWildcard = (pattern: string, text: string): boolean => {
  const pieces = wildcardPieces(pattern) ?? [];
  const characters = [...text];
  let [at, piece, star, resume] = [0, 0, -1, 0];
  while (at < characters.length) {
    const one = pieces[piece];
    if (one !== undefined && 'any' in one) {
      star = piece;
      resume = at;
      piece += 1;
    } else if (one !== undefined && one.character === characters[at]) {
      at += 1;
      piece += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      piece = star + 1;
    } else return false;
  }
  return pieces.slice(piece).every((one) => 'any' in one);
};
