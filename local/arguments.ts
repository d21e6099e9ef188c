import { type ParseArgsConfig, parseArgs } from 'node:util';
import { plainError } from './plain-error.ts';

/** What a command was given. What it does not know is said in one sentence, with the help below it. */
export const argumentsOf = <const O extends NonNullable<ParseArgsConfig['options']>>(options: O, help: string) => {
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    throw plainError(`${cause instanceof Error ? cause.message : cause}\n\n${help}`, cause);
  }
};
