#!/usr/bin/env node
import { manual } from '../generated/manual.ts';
import { operationIds } from '../operation.ts';
import { accept } from './commands/accept.ts';
import { listen } from './commands/listen.ts';
import { login, person, sandbox, whoami } from './commands/login.ts';
import { trigger } from './commands/trigger.ts';
import { clock, flight, parcel, pay, settle } from './commands/world.ts';
import { failureOf } from './failures.ts';
import { operationCommand, usageOf } from './operation-command.ts';
import type { Command, Terminal } from './terminal.ts';
import { WrongUsage } from './usage.ts';
import { noSuchCommand, operationMeant } from './words.ts';

const commands: Readonly<Record<string, Command>> = {
  ...{ login, sandbox, person, whoami, accept, pay, clock, parcel, flight, settle, listen, trigger },
};

const firstLine = ({ help }: Command): string => help.split('\n')[0] ?? '';

const overview = (): string =>
  [
    'bindery: sell and serve insurance from a terminal.',
    '',
    ...Object.entries(commands).map(([name, command]) => `  bindery ${name.padEnd(10)} ${firstLine(command)}`),
    '',
    'And every operation of the reference, such as bindery quotes create (or bindery createQuote):',
    '',
    ...operationIds.map((id) => `  ${usageOf(id).padEnd(42)} ${manual[id].summary}`),
    '',
    '  --json         the whole answer as JSON',
    '  --pick <path>  one value of it, such as items.0.offer.token',
    '  --profile, --url, --help',
    '',
    'Exit codes: 0 done, 1 refused, 2 wrong usage, 3 no answer.',
  ].join('\n');

/** What was typed up to the first flag. */
const wordsIn = (args: readonly string[]): readonly string[] => {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return end < 0 ? args : args.slice(0, end);
};

const meant = (args: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } => {
  const words = wordsIn(args);
  const operation = operationMeant(words);
  const own = Object.hasOwn(commands, words[0] ?? '') ? commands[words[0] ?? ''] : undefined;
  // `clock advance P30D` is the command that waits; the operation alone is `advanceClock`.
  const isOwn = operation === undefined || (words[0] === 'clock' && words[1] === 'advance');
  if (own !== undefined && isOwn) return { command: own, rest: args.slice(1) };
  if (operation === undefined) throw new WrongUsage(noSuchCommand(words, Object.keys(commands)));
  return {
    command: operationCommand(operation.id),
    rest: [...operation.rest, ...args.slice(words.length)],
  };
};

const run = async (args: readonly string[], terminal: Terminal): Promise<void> => {
  if (wordsIn(args).length === 0 || args[0] === 'help') return terminal.out(overview());
  const { command, rest } = meant(args);
  if (rest.includes('--help') || rest.includes('-h')) return terminal.out(command.help);
  return command.run(rest, terminal);
};

const terminal: Terminal = {
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
};

run(process.argv.slice(2), terminal).catch((thrown: unknown) => {
  const { lines, code } = failureOf(thrown);
  for (const line of lines) terminal.say(line);
  process.exitCode = code;
});
