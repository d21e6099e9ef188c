import Mustache from 'mustache';

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Values are put in as they are: what is rendered is plain text, and is escaped when a page is made of it. */
const asItIs = { escape: (value: unknown): string => String(value) };

/** Renders a template that was found without faults. A value is never read as a template itself. */
export const renderTemplate = (text: string, values: Values): string =>
  Mustache.render(text, values, undefined, asItIs);
