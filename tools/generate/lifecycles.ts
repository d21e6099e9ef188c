import type { Capability } from '../../functions/_kit/contract.ts';
import { machineGraph, machineInWords } from './drawings/graph.ts';
import { type Machine, machines } from './drawings/machines.ts';
import { overviewGraph, overviewInWords } from './drawings/overview.ts';
import { svgOf } from './drawings/svg.ts';

const cellOf =
  ({ moves }: Machine, state: string) =>
  (command: string): string => {
    const leads = moves.filter((move) => move.command === command && move.from === state).map(({ to }) => to);
    if (leads.length === 0) return '–';
    return leads.map((to) => (to === state ? 'stays' : `→ ${to}`)).join(', ');
  };

const entriesOf = ({ endpoints, subscribers, schedules }: Capability) => [
  ...Object.values(endpoints),
  ...Object.values(subscribers),
  ...Object.values(schedules),
];

/** The entries that emit events of a lifecycle, and those events. */
const linksOf = ({ events }: Machine, capabilities: readonly Capability[]): readonly string[] => {
  const isOurs = (type: string): boolean => events.some((prefix) => type.startsWith(`${prefix}.`));
  const moving = capabilities.flatMap(entriesOf).filter(({ emits }) => emits.some(isOurs));
  const types = [...new Set(moving.flatMap(({ emits }) => emits.filter(isOurs)))].toSorted();
  return [
    `Moved by ${moving.map(({ id }) => `[${id}](operations/${id}.md)`).join(', ')}.`,
    '',
    `Told by ${types.map((type) => `[${type}](events/${type}.md)`).join(', ')}.`,
    '',
  ];
};

const section = (machine: Machine, capabilities: readonly Capability[]): readonly string[] => {
  const { name, title, states, commands } = machine;
  return [
    `## ${title}`,
    '',
    `![The lifecycle of a ${title.toLowerCase()}: the table below says the same.](drawings/${name}.svg)`,
    '',
    `| State | ${commands.join(' | ')} |`,
    `| --- | ${commands.map(() => '---').join(' | ')} |`,
    ...states
      .filter((state) => state !== 'none' || commands.some((command) => cellOf(machine, state)(command) !== '–'))
      .map((state) => `| ${state} | ${commands.map(cellOf(machine, state)).join(' | ')} |`),
    '',
    ...linksOf(machine, capabilities),
  ];
};

/** Which command may be decided in which state and where it leads, from the tables that decide it. */
export const lifecyclePage = (capabilities: readonly Capability[]): string =>
  [
    '# Lifecycles',
    '',
    'Generated from the `lifecycle.ts` tables of the domain. A cell says what a command makes of a state; – is a refusal.',
    'The drawings leave out what stays as it is.',
    '',
    ...machines.flatMap((machine) => section(machine, capabilities)),
  ].join('\n');

/** The drawings of all lifecycles and of the whole, by their paths from docs/reference. */
export const drawingFiles = async (): Promise<readonly (readonly [string, string])[]> => {
  const drawings = [
    { name: 'overview', title: 'How a sale goes', graph: overviewGraph(), words: overviewInWords },
    ...machines.map((machine) => ({
      ...{ name: machine.name, title: `The lifecycle of a ${machine.title.toLowerCase()}` },
      ...{ graph: machineGraph(machine), words: machineInWords(machine) },
    })),
  ];
  return Promise.all(drawings.map(async (one) => [`drawings/${one.name}.svg`, await svgOf(one)] as const));
};
