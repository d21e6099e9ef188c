import { type Reader, reader } from './tokens.ts';

export type StateName = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
/** The rule of a composite alarm: whether it rings, by the states of others. */
export type Rule = {
  readonly names: readonly string[];
  readonly holds: (stateOf: (name: string) => StateName) => boolean;
};

const states: readonly string[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] satisfies readonly StateName[];

const bare = (text: string): string => text.replace(/^["']|["']$/g, '');

const either = (words: Reader): Rule => {
  const parts = [both(words)];
  while (words.take('OR') !== undefined) parts.push(both(words));
  return { names: parts.flatMap(({ names }) => names), holds: (stateOf) => parts.some(({ holds }) => holds(stateOf)) };
};

const both = (words: Reader): Rule => {
  const parts = [single(words)];
  while (words.take('AND') !== undefined) parts.push(single(words));
  return { names: parts.flatMap(({ names }) => names), holds: (stateOf) => parts.every(({ holds }) => holds(stateOf)) };
};

const single = (words: Reader): Rule => {
  if (words.take('NOT') !== undefined) {
    const { names, holds } = single(words);
    return { names, holds: (stateOf) => !holds(stateOf) };
  }
  if (words.take('(') !== undefined) {
    const rule = either(words);
    words.need(')');
    return rule;
  }
  const constant = words.take('TRUE', 'FALSE');
  if (constant !== undefined) return { names: [], holds: () => constant === 'TRUE' };
  const state = words.take(...states) ?? words.fail();
  words.need('(');
  const { kind, text } = words.next();
  if (kind !== 'text' && kind !== 'name') throw new Error(`"${text}" is no alarm.`);
  words.need(')');
  const name = bare(text);
  return { names: [name], holds: (stateOf) => stateOf(name) === state };
};

/** Reads the rule of a composite alarm; throws for one that cannot be read. */
export const ruleOf = (source: string): Rule => {
  const words = reader(source);
  const rule = either(words);
  if (!words.isAtEnd()) words.fail();
  return { ...rule, names: [...new Set(rule.names)] };
};
