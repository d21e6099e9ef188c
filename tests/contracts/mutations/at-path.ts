import { entriesOf, isPlainObject, withEntries } from './written.ts';

export type Path = readonly (string | number)[];

/** What stands at a path of a body; undefined where nothing does. */
export const valueAt = (value: unknown, path: Path): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(first)], rest);
  return valueAt(entriesOf(value).findLast(([key]) => key === first)?.[1], rest);
};

/** The same object with other entries, in their order; keys that `Object.fromEntries` would lose are kept. */
export const objectOf = (pairs: readonly (readonly [string, unknown])[]): unknown => {
  const names = pairs.map(([key]) => key);
  const plain = new Set(names).size === names.length && !names.includes('__proto__');
  return plain ? Object.fromEntries(pairs) : withEntries(pairs);
};

const put = (value: unknown, key: string | number, next: unknown): unknown => {
  if (Array.isArray(value) || (value === undefined && typeof key === 'number')) {
    const items = Array.isArray(value) ? value : [];
    return next === undefined ? items.toSpliced(Number(key), 1) : items.toSpliced(Number(key), 1, next);
  }
  const name = String(key);
  const pairs = isPlainObject(value) ? entriesOf(value) : [];
  if (next === undefined) return objectOf(pairs.filter(([one]) => one !== name));
  const known = pairs.some(([one]) => one === name);
  return objectOf(known ? pairs.map((pair) => (pair[0] === name ? [name, next] : pair)) : [...pairs, [name, next]]);
};

/** The same body with another value there; what leads to it is made, and undefined takes it away. */
export const changedAt = (value: unknown, path: Path, next: unknown): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return next;
  return put(value, first, rest.length === 0 ? next : changedAt(valueAt(value, [first]), rest, next));
};

/** RFC 6901. */
export const pointerOf = (path: Path): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
