import { compare, exact } from '../exact.ts';
import { passesLuhn } from '../identifiers.ts';
import type { Condition, Inputs } from './schema.ts';

/** Whether all conditions hold of the inputs. An input that is not there meets none; an empty list always holds. */
export const holds = (conditions: readonly Condition[], inputs: Inputs): boolean =>
  conditions.every((condition) => meets(condition, inputs[condition[0]]));

const meets = (condition: Condition, input: string | number | boolean | undefined): boolean => {
  if (input === undefined) return false;
  switch (condition[1]) {
    case 'in':
      return condition[2].includes(String(input));
    case 'not-luhn':
      return !passesLuhn(String(input));
    case '=':
      return input === condition[2];
    default:
      return ordered(condition[1], orderOf(input, condition[2]));
  }
};

/** Whole numbers are compared as they are; decimals are text, which no double could hold. */
const orderOf = (left: string | number | boolean, right: string | number | boolean): number =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : compare(exact(String(left)), exact(String(right)));

const ordered = (is: '<' | '<=' | '>=' | '>', order: number): boolean => {
  switch (is) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
};
