/** The id of a heading, as GitHub makes it, so that a link to a part of a page works there and here. */
export const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** Gives each heading of one page an id of its own: the second of the same name ends in `-1`. */
export const slugger = (): ((heading: string) => string) => {
  const given = new Map<string, number>();
  return (heading) => {
    const slug = slugOf(heading);
    const times = given.get(slug);
    given.set(slug, (times ?? -1) + 1);
    return times === undefined ? slug : `${slug}-${times + 1}`;
  };
};
