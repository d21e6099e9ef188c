const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in a page: nothing in it is markup any more. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Only addresses of our own become links: a customer's name that looks like one leads nowhere. */
const linked = (line: string, ownAddress: string): string =>
  line
    .split(/(https?:\/\/[^\s"'<>（）()]+)/)
    .map((part) =>
      part.startsWith(`${ownAddress}/`) ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part),
    )
    .join('');

const page = (lang: string, body: string): string =>
  `<!doctype html>\n<html lang="${lang}">\n<meta charset="utf-8">\n<body>\n${body}\n</body>\n</html>\n`;

/** The same message for mail programs that show HTML: its paragraphs, with every sign of them escaped. */
export const htmlOf = (text: string, locale: string, ownAddress: string): string => {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => linked(line, ownAddress));
    return `<p>${lines.join('<br>\n')}</p>`;
  });
  return page(locale, paragraphs.join('\n'));
};
