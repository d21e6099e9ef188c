import type { Part } from './menu.ts';
import type { Language } from './paths.ts';

const list = (parts: readonly Part[], language: Language): readonly string[] =>
  parts.flatMap(({ section, named, listed }) => {
    const pages = [...named, ...listed].filter((source) => source.language === language);
    if (pages.length === 0) return [];
    const name = language === 'zh' ? section.nameZh : section.name;
    return [`## ${name}`, '', ...pages.map(({ title, path }) => `- [${title}](${path})`), ''];
  });

const forPrograms = [
  'For programs: [llms.txt](/llms.txt), [llms-full.txt](/llms-full.txt) and [openapi.json](/openapi.json).',
  '',
];

/** Every page of the site, by section, in both languages. */
export const sitemapArticle = (parts: Readonly<Record<Language, readonly Part[]>>): string =>
  ['# All pages', '', ...forPrograms, ...list(parts.en, 'en'), ...list(parts.zh, 'zh')].join('\n');
