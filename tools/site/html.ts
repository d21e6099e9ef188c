const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one] ?? one);

const plain: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of HTML that was made here. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => plain[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined || value === false) return '';
      return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
    })
    .join('');

/** An element; its attributes are escaped here, and what stands inside is HTML already. */
export const tag = (name: string, attributes: Attributes, inner = ''): string =>
  `<${name}${attributesOf(attributes)}>${inner}</${name}>`;

/** An element that holds nothing, and has no end. */
export const bare = (name: string, attributes: Attributes): string => `<${name}${attributesOf(attributes)}>`;
