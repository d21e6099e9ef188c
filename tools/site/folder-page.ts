import type { Source } from './library.ts';
import { words } from './words.ts';

/** The page of a folder that has none of its own: what it holds, as Markdown. */
export const folderArticle = (folder: Source, sources: ReadonlyMap<string, Source>): string => {
  const inside = [...sources.values()]
    .filter(({ path }) => path.slice(0, path.lastIndexOf('/')) === folder.path)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const name = (path: string): string => path.slice(folder.path.length + 1);
  const lines = inside.map(({ path, title, file, isFolder }) => {
    const isInside = isFolder || file.endsWith('/README.md');
    return `- [${title}](${name(path)}${isInside ? '/README.md' : '.md'})`;
  });
  return [`# ${folder.title}`, '', words[folder.language].inFolder, '', ...lines, ''].join('\n');
};
