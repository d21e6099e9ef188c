import { type Breaking, breaking, ways } from './breaking.ts';
import { below, type Response, type Schema } from './document.ts';
import { type Entry, refusalsOf } from './entries.ts';
import { type Comparing, differences } from './schemas.ts';

type Both = Comparing & { readonly before: Entry; readonly after: Entry };
type Part = { readonly schema?: Schema };

const isSuccess = ([status]: readonly [string, unknown]): boolean => status.startsWith('2');
const successes = ({ value }: Entry): readonly string[] =>
  Object.entries(value.responses)
    .filter(isSuccess)
    .map(([status]) => status);

const statuses = ({ before, after }: Both): readonly Breaking[] => {
  const [old, now] = [successes(before), successes(after)];
  return now
    .filter((status) => !old.includes(status))
    .map((status) =>
      breaking(
        below(after.at, 'responses', status),
        `It succeeds with ${status} now, not with ${old.join()}.`,
        ways.response,
      ),
    );
};

/** The parts of one answer, headers or media types, that a client of the baseline reads. */
const parts = (
  { before, after, today, known }: Both,
  path: readonly string[],
  old: Readonly<Record<string, Part>>,
  now: Readonly<Record<string, Part>>,
): readonly Breaking[] =>
  Object.entries(old).flatMap(([name, { schema = {} }]) => {
    const at = (entry: Entry) => below(entry.at, 'responses', ...path, name);
    const part = now[name];
    if (part === undefined) return [breaking(at(before), `\`${name}\` is no longer answered.`, ways.response)];
    return differences(
      {
        from: { value: part.schema ?? {}, at: below(at(after), 'schema'), document: after.document },
        to: { value: schema, at: below(at(before), 'schema'), document: before.document },
      },
      { direction: 'response', today, known },
    );
  });

/** The headers of an answer, those that it shares with others included. */
const headersOf = ({ headers = {} }: Response, { document }: Entry): Readonly<Record<string, Part>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, header]) => {
      const shared = header.$ref?.replace('#/components/headers/', '');
      return [name, shared === undefined ? header : (document.components?.headers?.[shared] ?? {})];
    }),
  );

const answer = (both: Both, status: string, old: Response, now: Response): readonly Breaking[] => [
  ...parts(both, [status, 'headers'], headersOf(old, both.before), headersOf(now, both.after)),
  ...parts(both, [status, 'content'], old.content ?? {}, now.content ?? {}),
];

/** Whatever was read from an answer can still be read from it, refusals included. */
export const answers = (both: Both): readonly Breaking[] => [
  ...statuses(both),
  ...Object.entries(both.before.value.responses).flatMap(([status, old]) => {
    const now = both.after.value.responses[status];
    return now === undefined ? [] : answer(both, status, old, now);
  }),
];

/** A client that branches on a code still meets it, with the status that it had. New codes join under theirs. */
export const refusals = ({ before, after }: Both): readonly Breaking[] => {
  const now = refusalsOf(after);
  return [...refusalsOf(before)].flatMap(([code, status]) => {
    const at = (entry: Entry, of: string) =>
      below(entry.at, 'responses', of, 'content', 'application/problem+json', 'examples', code);
    const other = now.get(code);
    if (other === status) return [];
    return other === undefined
      ? [breaking(at(before, status), `It no longer refuses with \`${code}\`.`, 'keep the code for what it says')]
      : [breaking(at(after, other), `It refuses with \`${code}\` as ${other} now, not as ${status}.`, 'keep its kind')];
  });
};
