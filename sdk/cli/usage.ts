import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from './nearest.ts';

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

/** What Node finds wrong with the options, in our words: its own speak of programs and not of commands. */
const sentenceOf = (cause: unknown, options: Options): string => {
  const { code, message } = Object(cause) as { readonly code?: string; readonly message?: string };
  const typed = /'(?:-\w, )?(-[^' ]*)/.exec(message ?? '')?.[1] ?? '';
  const near = nearest(
    typed,
    Object.keys(options).map((name) => `--${name}`),
  );
  const help = near === undefined ? '--help lists what there is.' : `did you mean ${near}?`;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${typed} here; ${help}`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message ?? String(cause);
  return options[typed.slice(2)]?.type === 'boolean'
    ? `${typed} takes no value.`
    : `${typed} needs a value; one that begins with a dash is said as ${typed}=-….`;
};

/** What was typed after a command’s name, by its options. What it does not know is said in one sentence. */
export const read = <const O extends Options>(args: readonly string[], options: O) => {
  const known = { ...usual, ...options };
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (cause) {
    throw new WrongUsage(sentenceOf(cause, known), { cause });
  }
};

/** A value that a command cannot do without. */
export const needed = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new WrongUsage(`Say ${what}.`);
  return value;
};
