import type { OperationId } from '../operation.ts';

/** A field as it is written on the command line: as text, as a number, as true or false, or as JSON. */
export type ManualField = {
  readonly as: 'text' | 'number' | 'yes-or-no' | 'json';
  readonly required?: true;
  readonly says?: string;
  readonly oneOf?: readonly string[];
};

/** What there is to say of an operation. */
export type ManualPage = {
  /** Its capability. */
  readonly about: string;
  readonly summary: string;
  readonly description?: string;
  readonly fields: Readonly<Record<string, ManualField>>;
};

export type Manual = Readonly<Record<OperationId, ManualPage>>;
