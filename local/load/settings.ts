import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { plainError } from '../plain-error.ts';

export const help = `Drives the platform as shops do, then audits what it left behind.

  npm run load -- --seconds 60 --clients 16               without trouble
  npm run load -- --seconds 120 --clients 16 --kill 10    killed ten times meanwhile
  npm run load -- --seconds 60 --clients 4 --burst        beside a tenant that asks far too often

  --seconds <n>    how long; 30 unless said
  --clients <n>    how many shops at once; 16 unless said
  --kill <n>       how often the platform is killed at random moments; 0 unless said
  --burst          a second tenant asks ten times as often as it may, in turns; the shops must not feel it
  --seed <text>    what the shops do and when it is killed follows from it
  --only <story>   look: quotes alone, which leave nothing to audit; freight: the story with the most commands
  --data <folder>  keeps the data in this new folder; otherwise they are taken away unless something was found
`;

/** Stories that make sense by themselves; the others leave parts of the audit with nothing to look at. */
const alone = ['look', 'freight'] as const;

export type LoadWish = {
  readonly seconds: number;
  readonly clients: number;
  readonly kills: number;
  readonly burst: boolean;
  readonly seed: string;
  readonly only?: (typeof alone)[number] | undefined;
  readonly data?: string | undefined;
};

const options = {
  seconds: { type: 'string', default: '30' },
  clients: { type: 'string', default: '16' },
  kill: { type: 'string', default: '0' },
  burst: { type: 'boolean', default: false },
  seed: { type: 'string', default: 'bindery' },
  only: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const whole = (name: string, text: string, min: number, max: number): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw plainError(`--${name} is "${text}": say a whole number from ${min} to ${max}.`);
};

const storyIn = (text: string | undefined): LoadWish['only'] => {
  const story = alone.find((name) => name === text);
  if (text !== undefined && story === undefined) throw plainError(`--only takes one of ${alone.join(', ')}.`);
  return story;
};

/** What is asked for on the command line; undefined where somebody asks for help. */
export const loadWish = (args: readonly string[]): LoadWish | undefined => {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return undefined;
  if (values.burst && values.kill !== '0') throw plainError('--burst compares latencies, so it takes no --kill.');
  return {
    seconds: whole('seconds', values.seconds, 1, 7200),
    clients: whole('clients', values.clients, 1, 256),
    kills: whole('kill', values.kill, 0, 1000),
    burst: values.burst,
    seed: values.seed,
    only: storyIn(values.only),
    data: values.data === undefined ? undefined : resolve(values.data),
  };
};
