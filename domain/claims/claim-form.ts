import type { CoverageClaims } from '../products/schema.ts';
import type { Inputs } from '../shared/form/schema.ts';

/** A claim form's answers, parted by what may be kept in the clear. */
export type PartedAnswers = {
  /** Answers that calculate and identify nobody. */
  readonly facts: Inputs;
  /** Identifying and personal answers as keyed hashes, by field. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Keyed hashes of what only one claim may hold; a rejection frees them. */
  readonly holds: readonly string[];
};

type Keyed = (name: string, value: string) => string;

/**
 * The waybill that proves a return: the identifying field of a coverage that is decided by its parcel's status. It may
 * be claimed on once, whatever the policy (catalogue 5.1).
 */
export const waybillOf = ({ decision, form }: CoverageClaims, answers: Readonly<Record<string, unknown>>) => {
  const field = decision.rule === 'parcel-status' ? form.find(({ hashed }) => hashed) : undefined;
  const answer = field === undefined ? undefined : answers[field.name];
  return typeof answer === 'string' ? answer : undefined;
};

/**
 * Parts the answers; nothing that identifies a person or a thing leaves here but as a hash under the tenant's secret.
 */
export const partAnswers = (how: CoverageClaims, answers: Inputs, keyed: Keyed): PartedAnswers => {
  const isPrivate = (name: string) => how.form.some((field) => field.name === name && (field.hashed || field.personal));
  const entries = Object.entries(answers);
  const waybill = waybillOf(how, answers);
  return {
    facts: Object.fromEntries(entries.filter(([name]) => !isPrivate(name))),
    hashes: Object.fromEntries(
      entries.filter(([name]) => isPrivate(name)).map(([name, answer]) => [name, keyed(name, String(answer))]),
    ),
    holds: waybill === undefined ? [] : [keyed('one waybill', waybill)],
  };
};
