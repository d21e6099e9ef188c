export type Severity = 'red' | 'orange' | 'yellow';

/** An alarm as CloudFormation takes it, with every reference said as the name that it leads to. */
export type BookedAlarm = {
  readonly Type: 'AWS::CloudWatch::Alarm' | 'AWS::CloudWatch::CompositeAlarm';
  readonly stack: string;
  /** How urgently somebody is told: it is the topic's. */
  readonly severity: Severity;
  /** Where it stands what to do, from the top of the repository. */
  readonly runbook: string;
  readonly Properties: Readonly<Record<string, unknown>> & { readonly AlarmName: string };
};
export type AlarmBook = { readonly stage: string; readonly alarms: readonly BookedAlarm[] };

type Json = Readonly<Record<string, unknown>>;
type Resource = { readonly Type: string; readonly Properties?: Json };
export type Template = {
  readonly Resources?: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
};
export type NamedTemplate = { readonly stackName: string; readonly template: Template };

/** By what a resource is called outside of its template. */
const names = ['AlarmName', 'FunctionName', 'QueueName', 'TopicName', 'TableName', 'Name'] as const;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** What other stacks export, by the name of the export. */
const exportsOf = (stacks: readonly NamedTemplate[]) =>
  new Map(
    stacks.flatMap((stack) =>
      Object.values(stack.template.Outputs ?? {}).flatMap(({ Value, Export }) =>
        typeof Export?.Name === 'string' ? [[Export.Name, { stack, value: Value }] as const] : [],
      ),
    ),
  );

/** Says every reference in a value as the name that it leads to, and every join as its text. */
const resolver = (stacks: readonly NamedTemplate[]) => {
  const exported = exportsOf(stacks);

  const named = ({ template, stackName }: NamedTemplate, id: string): unknown => {
    const { Properties = {} } = template.Resources?.[id] ?? {};
    const name = names.find((one) => one in Properties);
    return name === undefined ? id : resolve({ template, stackName }, Properties[name]);
  };
  const imported = (name: unknown): unknown => {
    const found = exported.get(String(name));
    if (found === undefined) throw new Error(`No stack exports ${name}.`);
    return resolve(found.stack, found.value);
  };
  const called = (stack: NamedTemplate, call: string, given: unknown): unknown => {
    switch (call) {
      case 'Ref':
        return String(given).startsWith('AWS::') ? `\${${given}}` : named(stack, String(given));
      case 'Fn::GetAtt':
        return named(stack, String([given].flat()[0]));
      case 'Fn::ImportValue':
        return imported(resolve(stack, given));
      case 'Fn::Join': {
        const [between, parts] = resolve(stack, given) as readonly [string, readonly unknown[]];
        return parts.join(between);
      }
      default:
        throw new Error(`An alarm says ${call}, which nobody can read here.`);
    }
  };
  const resolve = (stack: NamedTemplate, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => resolve(stack, one));
    if (!isObject(value)) return value;
    const [first, ...others] = Object.entries(value);
    if (first !== undefined && others.length === 0 && /^(Ref$|Fn::)/.test(first[0])) return called(stack, ...first);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(stack, one)]));
  };
  return resolve;
};

/** A topic says in its name how urgent it is; one that says nothing is for the day's work. */
export const severityOf = (topics: readonly string[]): Severity => {
  const said = (severity: Severity): boolean =>
    topics.some((topic) => new RegExp(`^(alarms-?|bindery-\\w+-)${severity}`, 'i').test(topic));
  if (said('red')) return 'red';
  return said('yellow') && !said('orange') ? 'yellow' : 'orange';
};

/** What an alarm is called beside its stage: `createQuote fails` of `bindery-prod createQuote fails`. */
export const subjectOf = (alarmName: string): string => alarmName.replace(/^bindery-\w+ /, '');

/** Its page in the repository: `docs/operations/runbooks/create-quote-fails.md`. */
export const runbookOf = (alarmName: string): string => {
  const words = subjectOf(alarmName).replace(/([a-z0-9])([A-Z])/g, '$1-$2');
  return `docs/operations/runbooks/${words.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.md`;
};

const isAlarm = (type: string): type is BookedAlarm['Type'] =>
  type === 'AWS::CloudWatch::Alarm' || type === 'AWS::CloudWatch::CompositeAlarm';

/** Every alarm of a stage, out of its synthesised templates; who evaluates it needs nothing else. */
export const alarmBookOf = (stage: string, stacks: readonly NamedTemplate[]): AlarmBook => {
  const resolve = resolver(stacks);
  const alarms = stacks.flatMap((stack) =>
    Object.values(stack.template.Resources ?? {}).flatMap(({ Type, Properties = {} }) => {
      if (!isAlarm(Type)) return [];
      // The same tags are on everything, and say nothing of an alarm.
      const { Tags: _tags, ...said } = Properties;
      const resolved = resolve(stack, said) as BookedAlarm['Properties'];
      const topics = [resolved['AlarmActions'] ?? []].flat().map(String);
      const { AlarmName } = resolved;
      const derived = { severity: severityOf(topics), runbook: runbookOf(AlarmName) };
      return [{ Type, stack: stack.stackName, ...derived, Properties: resolved }];
    }),
  );
  return { stage, alarms: alarms.toSorted((a, b) => (a.Properties.AlarmName < b.Properties.AlarmName ? -1 : 1)) };
};

/** The book as a file: one alarm in each line, so that a change shows which alarm it changed. */
export const alarmFile = ({ stage, alarms }: AlarmBook): string =>
  `{"stage":${JSON.stringify(stage)},"alarms":[\n${alarms.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
