/**
 * The form in which a number is hashed, so that the same person is found however it was typed (NFKC, upper case, no
 * blanks).
 */
export const normalised = (value: string): string => value.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** Shows the ends of a value and hides the middle, for callers who may recognise a person but not read them. */
export const masked = (value: string): string => {
  const letters = [...value];
  const shown = letters.length > 7 ? 2 : letters.length > 2 ? 1 : 0;
  return letters.map((letter, at) => (at < shown || at >= letters.length - shown ? letter : '*')).join('');
};
