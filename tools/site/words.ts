import type { Language } from './paths.ts';

const en = {
  home: 'Bindery',
  skip: 'Skip to the content',
  search: 'Search the docs',
  searchHint: 'Search  /',
  menu: 'Menu',
  sections: 'Documentation',
  trail: 'Where you are',
  contents: 'On this page',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages before and after',
  asMarkdown: 'This page as Markdown',
  allPages: 'All pages',
  otherLanguage: '中文',
  tools: 'Tools',
  thisMachine: 'This machine',
  openApi: 'OpenAPI',
  inFolder: 'Pages of this part.',
  inOtherLanguage: ' (中文)',
  itself: 'What runs by itself',
  notFound: 'There is no such page',
  notFoundHint: 'Search for it above, or see all pages.',
};
type Words = { readonly [K in keyof typeof en]: string };

const zh: Words = {
  home: 'Bindery',
  skip: '跳到正文',
  search: '搜索文档',
  searchHint: '搜索  /',
  menu: '目录',
  sections: '文档',
  trail: '当前位置',
  contents: '本页内容',
  previous: '上一页',
  next: '下一页',
  pages: '前后页面',
  asMarkdown: '本页的 Markdown',
  allPages: '全部页面',
  otherLanguage: 'English',
  tools: '工具',
  thisMachine: '本机',
  openApi: 'OpenAPI',
  inFolder: '本部分的页面。',
  inOtherLanguage: '（英文）',
  itself: '自动运行',
  notFound: '没有这个页面',
  notFoundHint: '请用上方的搜索，或查看全部页面。',
};

/** What the frame of a page says, in the page's language. */
export const words: Readonly<Record<Language, Words>> = { en, zh };

export const htmlLanguage: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
