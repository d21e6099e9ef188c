import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { WrongUsage } from './usage.ts';

/** npm runs a script in the folder of its package; a file is meant to lie where the command was typed. */
const fromWhereTyped = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/** JSON as it was given: in itself, `@file`, or `-` for what is piped in. */
export const dataFrom = (given: string): unknown => {
  const read = (): string => {
    if (given === '-') return readFileSync(0, 'utf8');
    return given.startsWith('@') ? readFileSync(fromWhereTyped(given.slice(1)), 'utf8') : given;
  };
  try {
    return JSON.parse(read());
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new WrongUsage(`This is no JSON: ${given.slice(0, 60)} (${why}).`, { cause });
  }
};

export const objectFrom = (given: string): Readonly<Record<string, unknown>> => {
  const data = dataFrom(given);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new WrongUsage('The data are no object.');
  return data as Readonly<Record<string, unknown>>;
};
