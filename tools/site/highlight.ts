import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import http from 'highlight.js/lib/languages/http';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import { escaped } from './html.ts';

hljs.registerLanguage('sh', bash);
hljs.registerLanguage('json', json);
hljs.registerLanguage('ts', typescript);
hljs.registerLanguage('http', http);

const names: Readonly<Record<string, string>> = {
  bash: 'sh',
  shell: 'sh',
  js: 'ts',
  mjs: 'ts',
  javascript: 'ts',
  typescript: 'ts',
};

/** Code as HTML, coloured by its language where that is one of the few that these pages speak. */
export const highlighted = (code: string, language: string): string => {
  const name = names[language] ?? language;
  if (hljs.getLanguage(name) === undefined) return escaped(code);
  return hljs.highlight(code, { language: name, ignoreIllegals: true }).value;
};
