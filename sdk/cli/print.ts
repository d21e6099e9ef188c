import { formatMoney } from '../money.ts';

const isMoney = (value: unknown): value is { amount: number; currency: string } =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'amount,currency';

const inLine = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (isMoney(value)) return formatMoney(value, 'en');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The same in every row of the events, or nothing to read. */
const unseen = ['specversion', 'source', 'datacontenttype', 'dataschema', 'tenant'];
const columnsMax = 7;
const widthMax = 40;

/** A table of what fits into one: the first plain fields of each row. */
export const tableOf = (rows: readonly object[]): string => {
  const isPlain = (value: unknown) => typeof value !== 'object' || value === null || isMoney(value);
  const names = [
    ...new Set(rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (isPlain(value) ? [name] : [])))),
  ];
  const columns = names.filter((name) => !unseen.includes(name)).slice(0, columnsMax);
  const lines = [columns, ...rows.map((row) => columns.map((name) => cut(inLine(Object(row)[name]), widthMax)))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const block = (value: object): string => {
  const width = Math.max(...Object.keys(value).map((name) => name.length));
  return Object.entries(value)
    .map(([name, inner]) => `${name.padEnd(width)}  ${inLine(inner)}`)
    .join('\n');
};

/** An answer as people read it: a list as a table, one thing as its fields. */
export const readable = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return inLine(value);
  const { items, ...beside } = value as { readonly items?: unknown };
  if (!Array.isArray(items)) return Object.keys(value).length === 0 ? '(nothing)' : block(value);
  const more = Object.keys(beside).length === 0 ? '' : `\n\n${block(beside)}`;
  return `${items.length === 0 ? '(none)' : tableOf(items)}${more}`;
};

/** What stands at a path such as `items.0.offer.token`. */
export const picked = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner === undefined ? inner : Object(inner)[name]), value);

type Form = { readonly json?: boolean | undefined; readonly pick?: string | undefined };

/** An answer in the form that was asked for. */
export const shown = (value: unknown, { json, pick }: Form): string => {
  if (pick !== undefined) {
    const found = picked(value, pick);
    return typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
  }
  return json === true ? JSON.stringify(value, null, 2) : readable(value);
};
