import { renderTemplate, type Values } from '../shared/template/render-template.ts';
import type { Texts } from './templates/schema.ts';

/** A header is one line: whatever a name brings along, it cannot begin another. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Sections that are left out leave no holes between paragraphs. */
const tidied = (text: string): string => text.replace(/\n{3,}/g, '\n\n').trim();

/** A message as its customer reads it, in plain text. */
export const writeMessage = (
  { subject, text }: Texts,
  values: Values,
): { readonly subject: string; readonly text: string } => ({
  subject: oneLine(renderTemplate(subject, values)),
  text: tidied(renderTemplate(text.join('\n'), values)),
});
