/** How many letters have to be put in, left out or changed to come from one word to the other. */
const lettersBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [column, wanted] of [...other].entries()) {
      const changed = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

/** The word that was probably meant: the nearest, if no more than one letter in three is wrong. */
export const nearest = (typed: string, words: readonly string[]): string | undefined => {
  const most = Math.max(1, Math.floor(typed.length / 3));
  const [best] = words
    .map((word) => ({ word, far: lettersBetween(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far);
  return best?.word;
};
