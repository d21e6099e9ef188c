import Mustache from 'mustache';

/**
 * What a template may name: a text that is always there, one that may be absent, or a list of texts. An optional one
 * stands in a section of its own name, so that what is absent leaves no gap in a sentence.
 */
export type VariableKind = 'text' | 'optional' | 'list';
export type Variables = Readonly<Record<string, VariableKind>>;

/** A token as Mustache parses it: kind, name or text, and for sections what stands in them. */
type Token = readonly [kind: string, name: string, start: number, end: number, inner?: readonly Token[]];

const nameFault = (name: string, variables: Variables, around: readonly string[]): readonly string[] => {
  const within = around.at(-1);
  if (name === '.')
    return within !== undefined && variables[within] === 'list' ? [] : ['{{.}} stands in the section of a list only'];
  const kind = Object.hasOwn(variables, name) ? variables[name] : undefined;
  switch (kind) {
    case undefined:
      return [`no variable ${name}; there are ${Object.keys(variables).join(', ')}`];
    case 'list':
      return [`${name} is a list: write {{#${name}}}{{.}}{{/${name}}}`];
    case 'optional':
      return around.includes(name) ? [] : [`${name} may be absent: write it inside {{#${name}}} and {{/${name}}}`];
    case 'text':
      return [];
  }
};

const sectionFault = (name: string, variables: Variables): readonly string[] => {
  const kind = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (kind === undefined) return [`no variable ${name}; there are ${Object.keys(variables).join(', ')}`];
  return kind === 'text' ? [`${name} is always there: it needs no section`] : [];
};

const faultsIn = (tokens: readonly Token[], variables: Variables, around: readonly string[]): readonly string[] =>
  tokens.flatMap(([kind, name, , , inner = []]) => {
    switch (kind) {
      case 'text':
        return [];
      case 'name':
        return nameFault(name, variables, around);
      case '#':
        return [...sectionFault(name, variables), ...faultsIn(inner, variables, [...around, name])];
      case '^':
        return [...sectionFault(name, variables), ...faultsIn(inner, variables, around)];
      default:
        return [`{{${kind}${name}}} is not taken: there are names and sections, and no more`];
    }
  });

/**
 * What is wrong with a template, in words; nothing where it can be rendered with every set of values. Looked at when a
 * product is read, so that no customer's message fails later.
 */
export const templateFaults = (text: string, variables: Variables): readonly string[] => {
  try {
    return faultsIn(Mustache.parse(text) as unknown as readonly Token[], variables, []);
  } catch (thrown) {
    return [thrown instanceof Error ? thrown.message : String(thrown)];
  }
};
