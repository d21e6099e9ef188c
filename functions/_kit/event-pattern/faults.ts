import { isObject, Numeral } from './json.ts';
import { isOr, waysOf } from './leaves.ts';
import { operators } from './operators.ts';

/** What EventBridge takes as the pattern of one rule, and what its TestEventPattern takes. */
export const charactersMax = { rule: 2_048, test: 4_096 } as const;
/** `$or` multiplies; EventBridge follows so many ways at most. */
const waysMax = 1_000;

const elementFault = (element: unknown, at: string): readonly string[] => {
  if (Array.isArray(element)) return [`${at} holds a list in its list`];
  if (!isObject(element) || element instanceof Numeral) return [];
  const [name = '', ...more] = Object.keys(element);
  if (more.length > 0) return [`${at} holds an operator with ${more.length + 1} names instead of one`];
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) return [`${at} uses the operator "${name}", which EventBridge does not know`];
  const fault = operator.fault(element[name]);
  return fault === undefined ? [] : [`${at}: "${name}" ${fault}`];
};

const fieldFaults = (name: string, value: unknown, path: readonly string[]): readonly string[] => {
  const at = [...path, name].join('.');
  if (isOr(name, value))
    return [
      ...(value.length < 2 ? [`${at} needs at least two patterns`] : []),
      ...value.flatMap((one) => shapeFaults(one, path)),
    ];
  if (isObject(value)) return shapeFaults(value, [...path, name]);
  if (!Array.isArray(value)) return [`${at} is no list: every leaf of a pattern is one`];
  if (value.length === 0) return [`${at} is an empty list`];
  return value.flatMap((element) => elementFault(element, at));
};

const shapeFaults = (pattern: Readonly<Record<string, unknown>>, path: readonly string[]): readonly string[] => {
  const fields = Object.entries(pattern);
  if (fields.length === 0) return [`${path.join('.') || 'the pattern'} is empty`];
  return fields.flatMap(([name, value]) => fieldFaults(name, value, path));
};

/** Everything that EventBridge would refuse a pattern for. */
export const faultsOf = (pattern: unknown, most: number = charactersMax.rule): readonly string[] => {
  if (!isObject(pattern)) return ['the pattern is no object'];
  const { length } = JSON.stringify(pattern);
  const faults = shapeFaults(pattern, []);
  const ways = faults.length === 0 ? waysOf(pattern).length : 0;
  return [
    ...faults,
    ...(length > most ? [`it has ${length} characters; the most is ${most}`] : []),
    ...(ways > waysMax ? [`its "$or" make ${ways} ways; the most is ${waysMax}`] : []),
  ];
};

/** Refuses to synthesise what EventBridge would refuse to deploy. */
export const assertPattern = (of: string, pattern: unknown, most: number = charactersMax.rule): void => {
  const faults = faultsOf(pattern, most);
  if (faults.length > 0) throw new Error(`EventBridge would refuse the pattern of ${of}: ${faults.join('; ')}.`);
};
