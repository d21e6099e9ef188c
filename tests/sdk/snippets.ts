import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A part of a file between its marks, or all of it without any. */
const shownOf = (path: string, region: string | undefined): string => {
  const lines = readFileSync(`${root}${path}`, 'utf8').trimEnd().split('\n');
  const isMark = (line: string) => /^\s*(?:\/\/|#) (?:region \w+|endregion)$/.test(line);
  if (region === undefined) return lines.filter((line) => !isMark(line)).join('\n');
  const start = lines.findIndex((line) => new RegExp(`^(?://|#) region ${region}$`).test(line.trim()));
  const end = lines.findIndex((line, at) => at > start && /^(?:\/\/|#) endregion$/.test(line.trim()));
  if (start < 0 || end < 0) throw new Error(`${path} has no region ${region}.`);
  return lines.slice(start + 1, end).join('\n');
};

const fences = /^```(\w+) file=([\w./-]+)(?:#(\w+))?\n([\s\S]*?)^```$/gm;

/** A page with every snippet as the file has it that it names. */
export const withSnippets = (page: string): string =>
  page.replace(fences, (_, language: string, path: string, region?: string) => {
    const mark = region === undefined ? '' : `#${region}`;
    return `\`\`\`${language} file=${path}${mark}\n${shownOf(path, region)}\n\`\`\``;
  });
