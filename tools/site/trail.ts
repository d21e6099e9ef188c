import type { Source } from './library.ts';

/** The pages above a page, from the home of its language down: what its path goes through. */
export const trailOf = (source: Source, sources: ReadonlyMap<string, Source>): readonly Source[] => {
  const home = source.language === 'zh' ? '/docs/zh' : '/docs';
  const parts = source.path.slice(home.length).split('/').filter(Boolean);
  const above = [home, ...parts.slice(0, -1).map((_, at) => `${home}/${parts.slice(0, at + 1).join('/')}`)];
  return above.flatMap((path) => (path === source.path ? [] : (sources.get(path) ?? [])));
};
