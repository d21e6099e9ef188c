import { type Breaking, breaking, mayGo, ways } from './breaking.ts';
import { below, type Place, resolved, type Schema } from './document.ts';
import { foreignPatterns, foreignTypes, foreignValues, tighterBounds, unjudged } from './scalars.ts';
import { atomsOf, branchesOf, type Simple, simple } from './simple.ts';

/** Requests must still be taken as they were sent; answers must still be read as they were understood. */
export type Direction = 'request' | 'response';
/** What holds for one comparison: the day, and what is known of a pair of schemas, by their places. */
export type Comparing = { readonly today: string; readonly known: Map<string, readonly Breaking[]> };
type Asked = Comparing & { readonly direction: Direction };
/** Every value of `from` must be one of `to`. In a request `from` is the baseline, in an answer the new document. */
type Pair<T = Schema> = { readonly from: Place<T>; readonly to: Place<T> };

const newOf = ({ from, to }: Pair<unknown>, { direction }: Asked) => (direction === 'request' ? to : from);
const quoted = (values: readonly unknown[]): string => values.map((value) => `\`${value}\``).join(', ');

const found = (pair: Pair<unknown>, asked: Asked, says: readonly [request: string, response: string]): Breaking =>
  asked.direction === 'request'
    ? breaking(newOf(pair, asked).at, says[0], ways.request)
    : breaking(newOf(pair, asked).at, says[1], ways.response);

const scalars = (pair: Pair, asked: Asked): readonly Breaking[] => {
  const { from, to } = { from: pair.from.value, to: pair.to.value };
  const types = foreignTypes(from, to);
  if (types.length > 0)
    return [found(pair, asked, [`The type ${quoted(types)} is refused now.`, `The type may be ${quoted(types)} now.`])];
  const values = foreignValues(from, to);
  if (values === undefined)
    return [found(pair, asked, ['Only listed values are taken now.', 'More than the listed values are answered now.'])];
  if (values.length > 0)
    return [found(pair, asked, [`The value ${quoted(values)} is refused now.`, `The value ${quoted(values)} is new.`])];
  if (from['enum'] !== undefined) return [];
  return [
    ...tighterBounds(from, to).map((keyword) =>
      found(pair, asked, [`\`${keyword}\` takes less than before.`, `\`${keyword}\` promises less than before.`]),
    ),
    ...foreignPatterns(from, to).map((pattern) =>
      found(pair, asked, [
        `The pattern \`${pattern}\` is asked for now.`,
        `The pattern \`${pattern}\` is not kept now.`,
      ]),
    ),
    ...unjudged(from, to).map((keyword) =>
      found(pair, asked, [`\`${keyword}\` is asked for or other.`, `\`${keyword}\` is no longer kept or other.`]),
    ),
  ];
};

const propertiesOf = ({ value }: Simple): Readonly<Record<string, Schema>> =>
  (value['properties'] ?? {}) as Readonly<Record<string, Schema>>;
const requiredOf = ({ value }: Simple): readonly string[] => (value['required'] ?? []) as readonly string[];
const restOf = ({ value }: Simple): unknown => value['additionalProperties'] ?? true;

type Both = { readonly given: Schema | undefined; readonly taken: Schema | undefined };

/** A field that the other side no longer has a name for; nothing where the baseline had announced its end. */
const removed = (name: string, { from, to }: Pair, { given, taken }: Both, asked: Asked): readonly Breaking[] => {
  const isRequest = asked.direction === 'request';
  const [old, field] = isRequest ? [from, given] : [to, taken];
  if (field === undefined || mayGo(resolved({ ...old, value: field }).value, asked.today)) return [];
  const says = isRequest ? `The field \`${name}\` is refused now.` : `The field \`${name}\` is gone.`;
  return [breaking(below(old.at, 'properties', name), says, ways.removal)];
};

const fieldOf = (side: Simple, name: string, schema: Schema | undefined): Place<unknown> =>
  schema === undefined
    ? { ...side, value: restOf(side), at: below(side.at, 'additionalProperties') }
    : { ...side, value: schema, at: below(side.at, 'properties', name) };

const property = (name: string, pair: Pair, asked: Asked): readonly Breaking[] => {
  const { from, to } = pair;
  const both = { given: propertiesOf(from)[name], taken: propertiesOf(to)[name] };
  const isUnknown = both.taken === undefined && restOf(to) === false;
  if (asked.direction === 'request' ? isUnknown : both.given === undefined) return removed(name, pair, both, asked);
  // What only the new answer has, clients ignore; what only the new request takes, nobody sends yet.
  if (isUnknown || (both.given === undefined && restOf(from) === false)) return [];
  return differences({ from: fieldOf(from, name, both.given), to: fieldOf(to, name, both.taken) }, asked);
};

const isAnnounced = (name: string, { to }: Pair, { direction, today }: Asked): boolean =>
  direction === 'response' && mayGo(resolved({ ...to, value: propertiesOf(to)[name] ?? {} }).value, today);

const objects = (pair: Pair, asked: Asked): readonly Breaking[] => {
  const { from, to } = pair;
  const names = new Set([...Object.keys(propertiesOf(from)), ...Object.keys(propertiesOf(to))]);
  const missing = requiredOf(to).filter((name) => !requiredOf(from).includes(name));
  const stillThere = (name: string) => asked.direction === 'request' || name in propertiesOf(from);
  const at = (name: string): Pair<unknown> => {
    const field = { ...newOf(pair, asked), at: below(newOf(pair, asked).at, 'properties', name) };
    return { from: field, to: field };
  };
  const rest = { from: { ...from, value: restOf(from) }, to: { ...to, value: restOf(to) } };
  const isClosed = rest.to.value === false && rest.from.value !== false;
  return [
    ...[...names].flatMap((name) => property(name, pair, asked)),
    ...missing
      .filter((name) => stillThere(name) && !isAnnounced(name, pair, asked))
      .map((name) =>
        found(at(name), asked, [
          `The field \`${name}\` must be sent now.`,
          `The field \`${name}\` is no longer always there.`,
        ]),
      ),
    ...(isClosed && asked.direction === 'request'
      ? [found(pair, asked, ['Fields that are not named are refused now.', ''])]
      : []),
    ...(rest.from.value === false || rest.to.value === false ? [] : part(rest, 'additionalProperties', asked)),
    ...named(pair, 'propertyNames', asked),
  ];
};

const part = ({ from, to }: Pair<unknown>, keyword: string, asked: Asked): readonly Breaking[] =>
  differences({ from: { ...from, at: below(from.at, keyword) }, to: { ...to, at: below(to.at, keyword) } }, asked);

const named = ({ from, to }: Pair, keyword: string, asked: Asked): readonly Breaking[] =>
  to.value[keyword] === undefined
    ? []
    : part(
        { from: { ...from, value: from.value[keyword] ?? true }, to: { ...to, value: to.value[keyword] } },
        keyword,
        asked,
      );

const arrays = (pair: Pair, asked: Asked): readonly Breaking[] => {
  const firsts = ({ value }: Simple): readonly unknown[] => (value['prefixItems'] ?? []) as readonly unknown[];
  const most = Math.max(firsts(pair.from).length, firsts(pair.to).length);
  const at = (side: Simple, index: number): Place<unknown> =>
    index < firsts(side).length
      ? { ...side, value: firsts(side)[index], at: below(side.at, 'prefixItems', index) }
      : { ...side, value: side.value['items'] ?? true, at: below(side.at, 'items') };
  return [
    ...Array.from({ length: most }, (_, index) =>
      differences({ from: at(pair.from, index), to: at(pair.to, index) }, asked),
    ).flat(),
    ...named(pair, 'items', asked),
  ];
};

const allows = ({ value }: Simple, type: string): boolean =>
  value['types'] === undefined || (value['types'] as readonly string[]).includes(type);

const oneByOne = (pair: Pair, asked: Asked): readonly Breaking[] => {
  const own = scalars(pair, asked);
  if (own.length > 0) return own;
  return [
    ...(allows(pair.from, 'object') && allows(pair.to, 'object') ? objects(pair, asked) : []),
    ...(allows(pair.from, 'array') && allows(pair.to, 'array') ? arrays(pair, asked) : []),
  ];
};

/**
 * A list or a form of an answer that says `x-may-grow` gets new values without notice; one that did not say so never
 * may. Where a request says it, its pattern is only ever widened, which nobody can see by comparing two patterns.
 */
const growth = ({ from, to }: Pair<Schema>, asked: Asked): readonly Breaking[] | 'free' | undefined => {
  if (asked.direction === 'request') return from.value['x-may-grow'] === true ? 'free' : undefined;
  if (to.value['x-may-grow'] === true) return 'free';
  const isClosed = to.value['enum'] !== undefined || to.value['pattern'] !== undefined;
  return from.value['x-may-grow'] === true && isClosed
    ? [found({ from, to }, asked, ['', 'A closed list of values may grow now.'])]
    : undefined;
};

const open = ({ enum: values, patterns: _patterns, ...rest }: Schema, { direction }: Asked): Schema =>
  direction === 'request' && values !== undefined ? { ...rest, enum: values } : rest;

const byBranches = (raw: Pair<unknown>, pair: Pair, asked: Asked): readonly Breaking[] => {
  const [from, to] = [raw.from, raw.to].map((side) =>
    resolved({ ...side, value: typeof side.value === 'object' ? (side.value as Schema) : {} }),
  ) as [Place<Schema>, Place<Schema>];
  const grown = growth({ from, to }, asked);
  if (Array.isArray(grown)) return grown;
  const lists = (side: Simple): Simple => (grown === 'free' ? { ...side, value: open(side.value, asked) } : side);
  const targets = branchesOf(lists(pair.to));
  const sources = branchesOf(lists(pair.from)).flatMap((one) => (targets.length > 1 ? atomsOf(one) : [one]));
  return sources.flatMap((one) => {
    const tries = targets.map((target) => oneByOne({ from: one, to: target }, asked));
    return tries.toSorted((left, right) => left.length - right.length)[0] ?? [];
  });
};

/**
 * Why not every value of `from` is one of `to`; nothing where all are. A pair that is met again inside itself is what
 * it is found to be outside.
 */
export const differences = (raw: Pair<unknown>, asked: Asked): readonly Breaking[] => {
  const pair = { from: simple(raw.from), to: simple(raw.to) };
  // Where anything is expected, nothing can be other.
  if (Object.keys(pair.to.value).length === 0) return [];
  const place = `${asked.direction} ${raw.from.at} ${pair.from.at} ${raw.to.at} ${pair.to.at}`;
  const known = asked.known.get(place);
  if (known !== undefined) return known;
  asked.known.set(place, []);
  const answer = byBranches(raw, pair, asked);
  asked.known.set(place, answer);
  return answer;
};
