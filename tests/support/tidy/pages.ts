import { posix } from 'node:path';
import type { Repository, Rule } from './repository.ts';

const fence = /^(```|~~~)[\s\S]*?^\1/gm;

const pagesIn = ({ files }: Repository) =>
  [...files].filter(([path]) => path.endsWith('.md')).map(([path, text]) => [path, text.replace(fence, '')] as const);

/** A page has exactly one title. */
export const pagesHaveOneTitle: Rule = (repository) =>
  pagesIn(repository).flatMap(([path, text]) => {
    const titles = text.match(/^# \S.*$/gm)?.length ?? 0;
    return titles === 1 ? [] : [`${path} has ${titles} titles; a page has exactly one`];
  });

const links = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

/** Links between pages lead somewhere. */
export const linksLeadSomewhere: Rule = (repository) => {
  const { files } = repository;
  const folders = new Set(
    [...files.keys()].flatMap((path) => path.split('/').map((_, at, all) => all.slice(0, at).join('/'))),
  );
  return pagesIn(repository).flatMap(([path, text]) =>
    [...text.replace(/`[^`\n]*`/g, '').matchAll(links)]
      .map(([, link = '']) => link)
      .filter((link) => !/^([a-z]+:|#)/i.test(link))
      .filter((link) => {
        const target = posix.join(posix.dirname(path), decodeURI(link.replace(/[?#].*$/, ''))).replace(/\/$/, '');
        return !files.has(target) && !folders.has(target) && target !== '.';
      })
      .map((link) => `${path} links to ${link}, which is not there`),
  );
};
