import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { navigation } from './navigation.ts';
import { type Language, languageOf, pagePathOf, pagesElsewhere } from './paths.ts';

/** One page as it lies on the disk. A folder without a README gets a page that lists what it holds; it has no file. */
export type Source = {
  readonly path: string;
  readonly language: Language;
  readonly title: string;
  readonly file: string;
  readonly isFolder: boolean;
};

/** Every page by its path, and a way to its text. */
export type Library = {
  readonly sources: ReadonlyMap<string, Source>;
  readonly textOf: (source: Source) => string;
  /** Whether a page, or the list of all pages, is not what it was when this was read. */
  readonly isStale: (path: string) => boolean;
};

const titleIn = (text: string): string => {
  const [, title = ''] = /^# (.+)$/m.exec(text) ?? [];
  return title.replaceAll('`', '').trim();
};

const spoken = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

type Walked = { readonly files: string[]; readonly folders: string[] };

const walk = (root: string, folder: string, into: Walked): Walked => {
  into.folders.push(folder);
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(root, path, into);
    else if (entry.name.endsWith('.md')) into.files.push(path);
  }
  return into;
};

const stamp = (root: string, path: string): number => {
  try {
    return statSync(join(root, path)).mtimeMs;
  } catch {
    return 0;
  }
};

const folderPages = (folders: readonly string[], sources: ReadonlyMap<string, Source>): readonly Source[] =>
  folders
    .map((folder) => `/${folder}`)
    .filter((path) => !sources.has(path) && [...sources.keys()].some((page) => page.startsWith(`${path}/`)))
    .map((path) => {
      const language = languageOf(path);
      const name = spoken(path.split('/').at(-1) ?? '');
      // A folder that is a section is called as its section is.
      const section = navigation.find((one) => one.name === name);
      const title = language === 'zh' ? (section?.nameZh ?? name) : name;
      return { path, language, title, file: `${path.slice(1)}/README.md`, isFolder: true };
    });

/** Reads which pages there are. Titles are read with them, for every page names some others. */
export const readLibrary = (root: string): Library => {
  const { files, folders } = walk(root, 'docs', { files: [], folders: [] });
  const all = [...files, ...Object.keys(pagesElsewhere).filter((file) => existsSync(join(root, file)))];
  const stamps = new Map([...all, ...folders].map((path) => [path, stamp(root, path)]));
  const texts = new Map(all.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const sources = new Map<string, Source>();
  for (const [file, text] of texts) {
    const path = pagePathOf(file);
    if (path === undefined) continue;
    sources.set(path, { path, language: languageOf(path), title: titleIn(text), file, isFolder: false });
  }
  for (const source of folderPages(folders, sources)) sources.set(source.path, source);
  return {
    sources,
    textOf: ({ file }) => texts.get(file) ?? '',
    isStale: (path) => {
      const file = sources.get(path)?.file;
      const watched = file === undefined || !stamps.has(file) ? folders : [...folders, file];
      return watched.some((one) => stamps.get(one) !== stamp(root, one));
    },
  };
};
