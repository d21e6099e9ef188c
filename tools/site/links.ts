const pieces = /(^(```|~~~)[\s\S]*?^\2.*$)|(`[^`\n]*`)|(\]\(\s*<?)([^)\s>]+)(>?(?:\s+"[^"]*")?\s*\))/gm;

/** A Markdown text with its links changed; code is left as it is. */
export const withLinks = (text: string, leads: (link: string) => string | undefined): string =>
  text.replace(pieces, (whole, ...parts: readonly string[]) => {
    const [, , , before, target, after] = parts;
    return target === undefined ? whole : `${before}${leads(target) ?? target}${after}`;
  });
