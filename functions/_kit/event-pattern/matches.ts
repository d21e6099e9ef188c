import { isObject, Numeral, type Scalar } from './json.ts';
import { type Leaf, waysOf } from './leaves.ts';
import { fitsElement, wantsAbsence } from './operators.ts';

/** In which element of which array a value lies; an array is known by its place in the event. */
type Places = ReadonlyMap<string, number>;
type Found = { readonly value: Scalar; readonly places: Places };

const isScalar = (value: unknown): value is Scalar =>
  value === null || value instanceof Numeral || ['string', 'number', 'boolean'].includes(typeof value);

/** Every value at a path of the event, through all arrays on the way. */
const valuesAt = (value: unknown, path: readonly string[], where = '', places: Places = new Map()): Found[] => {
  if (Array.isArray(value))
    return value.flatMap((one, at) =>
      valuesAt(one, path, `${where}[${at}]`, isScalar(one) ? places : new Map(places).set(where, at)),
    );
  const [name, ...rest] = path;
  if (name === undefined) return isScalar(value) ? [{ value, places }] : [];
  if (!isObject(value) || !Object.hasOwn(value, name)) return [];
  return valuesAt(value[name], rest, `${where}.${name}`, places);
};

/** Two values of one array belong together only if they lie in the same element of it. */
const together = (left: Places, right: Places): Places | undefined => {
  for (const [where, at] of right) if (left.has(where) && left.get(where) !== at) return undefined;
  return new Map([...left, ...right]);
};

const holds = (event: unknown, leaves: readonly Leaf[], places: Places): boolean => {
  const [leaf, ...others] = leaves;
  if (leaf === undefined) return true;
  const found = valuesAt(event, leaf.path);
  if (found.length === 0 && leaf.elements.some(wantsAbsence)) return holds(event, others, places);
  return found.some((one) => {
    const both = together(places, one.places);
    const fits = leaf.elements.some((element) => fitsElement(element, one.value));
    return fits && both !== undefined && holds(event, others, both);
  });
};

/** Whatever events are matched with the same pattern: it is read once. */
export const matcher = (pattern: Readonly<Record<string, unknown>>): ((event: unknown) => boolean) => {
  const ways = waysOf(pattern);
  return (event) => ways.some((leaves) => holds(event, leaves, new Map()));
};

/** Says that an event goes to a rule of this pattern, as EventBridge decides it. */
export const matches = (pattern: Readonly<Record<string, unknown>>, event: unknown): boolean => matcher(pattern)(event);
