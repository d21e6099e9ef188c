import { parseArgs } from 'node:util';
import { plainError } from '../plain-error.ts';
import type { DeadLetters } from './port.ts';
import { decided, listed, notFound, outcome } from './tell.ts';

export const help = `Dead letters: what nobody could take, however often it came.

  npm run dead-letters -- list                     all that can be read now
  npm run dead-letters -- read <id>                one, whole
  npm run dead-letters -- replay <id>              gives it to its subscriber, and to nobody else, again
  npm run dead-letters -- drop <id> --reason "…"   takes it away; the reason is kept for ever
  npm run dead-letters -- settled                  what was decided, by whom and why

  --json               for programs
  --url <url>          another platform than the one that npm start serves here
  --stage <name>       the cloud's, with your own AWS credentials
  --region <region>    … in this Region; the one of your AWS settings unless said
  --archive <bucket>   … where decisions are kept; the archive of stage, account and Region unless said

docs/operations/dead-letters.md says how to look, and how to decide.
`;

const options = {
  reason: { type: 'string' },
  json: { type: 'boolean' },
  url: { type: 'string' },
  stage: { type: 'string' },
  region: { type: 'string' },
  archive: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const verbs = ['list', 'read', 'replay', 'drop', 'settled'] as const;
type Verb = (typeof verbs)[number];

export type Wish = {
  readonly verb: Verb;
  readonly id: string;
  readonly reason: string;
  readonly json: boolean;
  readonly url?: string | undefined;
  readonly stage?: string | undefined;
  readonly region?: string | undefined;
  readonly archive?: string | undefined;
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw plainError(`${cause instanceof Error ? cause.message : cause}\n\n${help}`, cause);
  }
};

/** What the arguments wish; undefined where they ask for help. */
export const wishIn = (args: readonly string[]): Wish | undefined => {
  const { values, positionals } = parsed(args);
  const [named = 'list', id = '', ...more] = positionals;
  if (values.help === true) return undefined;
  const verb = verbs.find((one) => one === named);
  if (verb === undefined) throw plainError(`There is no "${named}"; there are ${verbs.join(', ')}.\n\n${help}`);
  const needsId = verb === 'read' || verb === 'replay' || verb === 'drop';
  if (needsId && id === '')
    throw plainError(`Say which one: npm run dead-letters -- ${verb} <id>. The list shows ids.`);
  if (more.length > 0 || (id !== '' && !needsId)) throw plainError(`"${more[0] ?? id}" is one word too many.`);
  if (verb === 'drop' && values.reason === undefined)
    throw plainError(`Say why it is dropped: npm run dead-letters -- drop ${id} --reason "…". It is kept for ever.`);
  const { reason = '', json = false, url, stage, region, archive } = values;
  if (stage !== undefined && url !== undefined) throw plainError('Say --url or --stage, and not both.');
  return { verb, id, reason, json, url, stage, region, archive };
};

export type Said = { readonly text: string; readonly done: boolean };

const told = ({ json }: Wish, value: unknown, text: string, done = true): Said => ({
  text: json ? JSON.stringify(value, undefined, 2) : text,
  done,
});

/** Does what was wished, and says what came of it. */
export const run = async (wish: Wish, letters: DeadLetters, by: string): Promise<Said> => {
  const { verb, id, reason } = wish;
  switch (verb) {
    case 'list': {
      const list = await letters.list();
      const counts = await letters.counts();
      return told(wish, { letters: list, counts }, listed(list, counts));
    }
    case 'settled': {
      const settled = await letters.settled();
      return told(wish, settled, decided(settled));
    }
    case 'read': {
      const letter = await letters.read(id);
      if (letter === undefined) return told(wish, { status: 'not-found' }, notFound(id), false);
      return told(wish, letter, JSON.stringify(letter, undefined, 2));
    }
    case 'replay': {
      const result = await letters.replay(id, by);
      const { sentence, done } = outcome(id, 'replayed', result);
      return told(wish, result, sentence, done);
    }
    case 'drop': {
      const result = await letters.drop(id, { by, reason });
      const { sentence, done } = outcome(id, 'dropped', result);
      return told(wish, result, sentence, done);
    }
  }
};
