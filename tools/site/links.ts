const fence = /^(```|~~~)[\s\S]*?^\1.*$/gm;
const codeSpan = /`[^`\n]*`/g;
const link = /(\]\(\s*<?)([^)\s>]+)(>?(?:\s+"[^"]*")?\s*\))/g;

/** A Markdown text with its links changed; code is left as it is. */
export const absoluteMarkdown = (text: string, leads: (link: string) => string | undefined): string => {
  const kept: string[] = [];
  const keep = (part: string): string => `\u0000${kept.push(part) - 1}\u0000`;
  return text
    .replace(fence, keep)
    .replace(codeSpan, keep)
    .replace(link, (_, before: string, target: string, after: string) => `${before}${leads(target) ?? target}${after}`)
    .replace(/\u0000(\d+)\u0000/g, (_, at: string) => kept[Number(at)] ?? '')
    .replace(/\u0000(\d+)\u0000/g, (_, at: string) => kept[Number(at)] ?? '');
};
