import { type Grouping, isOperation } from './groups.ts';
import type { Source } from './library.ts';
import { more, navigation, type Section } from './navigation.ts';
import { type Language, otherLanguageOf } from './paths.ts';

/** A section as one language shows it: the pages that are there, in reading order. */
export type Part = {
  readonly section: Section;
  readonly named: readonly Source[];
  /** Pages of its folders that it does not name, in the order of their files. */
  readonly listed: readonly Source[];
};

/** The path of a page in English, whatever its language: sections are declared once. */
const plainPath = ({ path, language }: Source): string => (language === 'zh' ? otherLanguageOf(path) : path);
const keyOf = (source: Source): string => plainPath(source).replace(/^\/docs\/?/, '');

const isUnder = (key: string, folders: readonly string[] = []): boolean =>
  folders.some((folder) => key === folder || key.startsWith(`${folder}/`));

/**
 * What stands at the left in a language. Chinese readers see the English page where there is no Chinese one: a
 * reference has no second language.
 */
export const partsOf = (sources: Iterable<Source>, language: Language, grouping: Grouping): readonly Part[] => {
  const pages = new Map<string, Source>();
  for (const source of sources) {
    const key = keyOf(source);
    if (source.language === language || (source.language === 'en' && !pages.has(key))) pages.set(key, source);
  }
  const named = new Set(navigation.flatMap((section) => section.pages));
  const claimed = new Set<string>();
  const parts = navigation.map((section): Part => {
    const own = section.pages.flatMap((key) => pages.get(key) ?? []);
    const rest = [...pages].filter(([key]) => !named.has(key) && !claimed.has(key) && isUnder(key, section.folders));
    for (const [key] of rest) claimed.add(key);
    const sorted = rest.map(([, source]) => source).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const others = sorted.filter((source) => !isOperation(source));
    const listed = [...grouping(sorted.filter(isOperation)).flatMap((group) => group.sources), ...others];
    return { section, named: own, listed };
  });
  const left = [...pages].filter(([key]) => !named.has(key) && !claimed.has(key)).map(([, source]) => source);
  const last: Part = { section: more, named: left.toSorted((a, b) => (a.path < b.path ? -1 : 1)), listed: [] };
  return [...parts, last].filter((part) => part.named.length + part.listed.length > 0);
};

/** A list of what a folder holds is found by the trail; nobody reads on to it. */
const isWritten = ({ isFolder }: Source): boolean => !isFolder;

const holds = ({ named, listed }: Part, path: string): boolean =>
  [...named, ...listed].some((source) => source.path === path);

/** The part that a page belongs to. */
export const partOf = (parts: readonly Part[], path: string): Part | undefined =>
  parts.find((part) => holds(part, path));

/** The pages before and after, in the order of reading. */
export const neighboursOf = (
  parts: readonly Part[],
  path: string,
): { readonly before?: Source | undefined; readonly after?: Source | undefined } => {
  const all = parts.flatMap(({ named, listed }) => [...named, ...listed.filter(isWritten)]);
  const at = all.findIndex((source) => source.path === path);
  return at < 0 ? {} : { before: all[at - 1], after: all[at + 1] };
};

/** Which pages of a part stand beside a page: all of a short part, and of a long one those of the reader's folder. */
export const shownIn = (part: Part, path: string): readonly Source[] => {
  const { named, listed, section } = part;
  if (section.lists !== true || !holds(part, path)) return named;
  const folder = path.slice(0, path.lastIndexOf('/'));
  const near = listed.filter(isWritten).filter((source) => {
    const own = source.path.slice(0, source.path.lastIndexOf('/'));
    return own === folder || own === path;
  });
  const isFlat = new Set(listed.map((source) => source.path.slice(0, source.path.lastIndexOf('/')))).size === 1;
  return [...named, ...(isFlat ? listed.filter(isWritten) : near)];
};
