import { compare, exact } from '../exact.ts';
import { onceFor } from '../once-for.ts';
import { dateExists } from '../zone.ts';
import type { Field } from './schema.ts';

/** One thing wrong with one answer: where (RFC 6901), a stable code, and a sentence. It never repeats the answer. */
export type FieldProblem = { readonly pointer: string; readonly code: FieldProblemCode; readonly detail: string };
export type FieldProblemCode =
  | 'unknown-field'
  | 'required'
  | 'wrong-type'
  | 'wrong-format'
  | 'not-an-option'
  | 'out-of-range'
  | 'unknown-product';

type Fault = Omit<FieldProblem, 'pointer'> | undefined;

/** Years from 2000 to 2099: a misspelt year is told at once, and text order stays time order in every zone. */
const DATE = /^20\d{2}-\d{2}-\d{2}$/;
const DATE_TIME =
  /^(20\d{2}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DECIMAL = /^\d{1,12}(\.\d{1,8})?$/;

/**
 * Everything wrong with a form's answers, strictly: a field that nobody asked for is refused too, or a misspelt
 * optional answer would be dropped in silence. `pointer` is where the form stands in the request.
 */
export const checkForm = (fields: readonly Field[], answers: Readonly<Record<string, unknown>>, pointer: string) => {
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const fault = Object.hasOwn(answers, field.name) ? faultOf(field, answers[field.name]) : absence(field);
    if (fault) problems.push({ pointer: `${pointer}/${field.name}`, ...fault });
  }
  for (const name of Object.keys(answers)) {
    if (fields.some((field) => field.name === name)) continue;
    problems.push({ pointer: `${pointer}/${escaped(name)}`, code: 'unknown-field', detail: 'There is no such field.' });
  }
  return problems;
};

const escaped = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

const absence = (field: Field): Fault =>
  field.optional ? undefined : { code: 'required', detail: `A ${field.type} is required.` };

const faultOf = (field: Field, answer: unknown): Fault => {
  if (field.type === 'flag') return typeof answer === 'boolean' ? undefined : wrongType('true or false');
  if (field.type === 'integer' || field.type === 'money') {
    if (!Number.isSafeInteger(answer)) return wrongType('a whole number');
    return rangeFault(field, (limit) => Number(answer) - limit);
  }
  return typeof answer === 'string' ? textFault(field, answer) : wrongType('text');
};

const wholePattern = onceFor(({ pattern }: Extract<Field, { type: 'text' }>) => new RegExp(`^(?:${pattern})$`, 'u'));

type TextField = Exclude<Field, { type: 'flag' | 'integer' | 'money' }>;

const textFault = (field: TextField, answer: string): Fault => {
  switch (field.type) {
    case 'text':
      return wholePattern(field).test(answer) ? undefined : wrongFormat(field.pattern);
    case 'choice':
      return field.options.includes(answer)
        ? undefined
        : { code: 'not-an-option', detail: `One of ${field.options.join(', ')}.` };
    case 'date':
      return DATE.test(answer) && dateExists(answer) ? undefined : wrongFormat('YYYY-MM-DD');
    case 'date-time':
      return dateExists(DATE_TIME.exec(answer)?.[1] ?? '') ? undefined : wrongFormat('YYYY-MM-DDThh:mm:ss+hh:mm');
    case 'decimal':
      if (!DECIMAL.test(answer)) return wrongFormat('a decimal such as 0.05');
      return rangeFault(field, (limit) => compare(exact(answer), exact(limit)));
  }
};

const rangeFault = <T extends string | number>(
  { min, max }: { min: T; max: T },
  distanceFrom: (limit: T) => number,
): Fault =>
  distanceFrom(min) < 0 || distanceFrom(max) > 0
    ? { code: 'out-of-range', detail: `From ${min} to ${max}.` }
    : undefined;

const wrongType = (expected: string): Fault => ({ code: 'wrong-type', detail: `It must be ${expected}.` });
const wrongFormat = (expected: string): Fault => ({ code: 'wrong-format', detail: `It must match ${expected}.` });
