const numberIn = (value: number): string => (Number.isInteger(value) ? `${value}.0` : `${value}0`);

/** Every character as its escape: the same text to whoever parses it. */
const escaped = (text: string): string =>
  `"${text.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

/** The same JSON value in other bytes: members the other way round, more white space, other numbers and escapes. */
export const otherSpelling = (value: unknown): string => {
  if (typeof value === 'number') return numberIn(value);
  if (typeof value === 'string') return escaped(value);
  if (Array.isArray(value)) return `[ ${value.map(otherSpelling).join(' ,\n\t')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toReversed();
  return `{\r\n ${members.map(([name, inner]) => `${escaped(name)} : ${otherSpelling(inner)}`).join(' ,\n')} }`;
};

const otherText = (text: string): readonly string[] => {
  const time = Date.parse(text);
  const later = Number.isNaN(time) || !text.includes('T') ? [] : [new Date(time - 1_000).toISOString()];
  return [`${text}x`, `${text}1`, text.replace(/.$/, (last) => (last === '0' ? '1' : '0')), ...later];
};

/** Values that differ from this one in exactly one place. */
export const otherValues = (value: unknown): readonly unknown[] => {
  if (typeof value === 'string') return otherText(value);
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) {
    const shorter = value.length > 1 ? [value.slice(1), value.toReversed()] : [];
    return [...shorter, ...value.flatMap((inner, at) => otherValues(inner).map((other) => value.with(at, other)))];
  }
  return Object.entries(Object(value)).flatMap(([name, inner]) => {
    const { [name]: _left, ...without } = Object(value);
    return [without, ...otherValues(inner).map((other) => ({ ...Object(value), [name]: other }))];
  });
};
