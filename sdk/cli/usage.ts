import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What was typed makes no sense; the exit code is 2, and the help is shown. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Understood by every command. */
export const usual = {
  profile: { type: 'string' },
  url: { type: 'string' },
  json: { type: 'boolean' },
  pick: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

/** What was typed after a command's name, by its options. What it does not know is said in one sentence. */
export const read = <const O extends Options>(args: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...args], options: { ...usual, ...options }, allowPositionals: true });
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

/** A value that a command cannot do without. */
export const needed = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new WrongUsage(`Say ${what}.`);
  return value;
};
