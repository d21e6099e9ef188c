import type { Document, ProblemExample } from './document.ts';
import { heading } from './schema-file.ts';
import { docOf, keyText } from './type-text.ts';

/** Facts that some of a code's refusals leave out; a test compares this with what the sources give. */
export const notAlwaysGiven: Readonly<Record<string, readonly string[]>> = {
  'customer-not-found': ['customerId'],
  'claims-used-up': ['claimsPerTerm'],
  'webhook-not-understood': ['type'],
};

const factType = (value: unknown): string => (Array.isArray(value) ? 'readonly string[]' : typeof value);

const factsText = (code: string, facts: Readonly<Record<string, unknown>> = {}): string => {
  const members = Object.entries(facts).map(([name, value]) => {
    const mayLack = notAlwaysGiven[code]?.includes(name) === true;
    return `${keyText(name)}${mayLack ? '?' : ''}: ${factType(value)}${mayLack ? ' | undefined' : ''}`;
  });
  return members.length === 0 ? 'Record<string, never>' : `{ ${members.join('; ')} }`;
};

const problemText = ([code, { summary, value }]: readonly [string, ProblemExample]): string => {
  const members = [
    `status: ${value.status}`,
    `retryable: ${value.retryable}`,
    `facts: ${factsText(code, value.facts)}`,
    ...(value.errors === undefined ? [] : ['errors: readonly FieldFault[]']),
  ];
  return `${docOf([`${summary}. ${value.detail}`], 1)}  ${keyText(code)}: { ${members.join('; ')} };\n`;
};

/** `problems.ts`: of each problem by its code the status, whether to send again, and what it tells beside. */
export const problemFile = ({ components }: Document): string =>
  `${heading}/** One field that is at fault. */
export type FieldFault = {
  /** JSON Pointer into the request. */
  pointer: string;
  code: string;
  detail: string;
};

/** What is known of a problem by its code. */
export interface Problems {
${Object.entries(components.examples).map(problemText).join('')}}
`;
