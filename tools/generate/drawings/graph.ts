import { type Machine, none } from './machines.ts';

/** Text inside a graph's description. */
const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

export const style = [
  'rankdir=LR; bgcolor="transparent"; pad=0.15; nodesep=0.45; ranksep=0.75;',
  'node [shape=box, style=rounded, fontname="Helvetica", fontsize=13, height=0.42, margin="0.16,0.08"];',
  'edge [fontname="Helvetica", fontsize=11, arrowsize=0.7];',
];

/** The states with the commands that lead from one to another; what leaves a state as it is would only hide them. */
export const machineGraph = ({ moves, states }: Machine): string => {
  const between = Map.groupBy(
    moves.filter(({ from, to }) => from !== to),
    ({ from, to }) => JSON.stringify([from, to]),
  );
  const ends = states.filter((state) => !moves.some(({ from, to }) => from === state && to !== state));
  const nodes = states.map((state) => {
    if (state === none) return `${quoted(state)} [shape=point, width=0.13, class="start"];`;
    const kind = ends.includes(state) ? 'state end' : 'state';
    return `${quoted(state)} [class="${kind}"];`;
  });
  const edges = [...between].map(([key, all]) => {
    const [from = '', to = ''] = JSON.parse(key) as readonly string[];
    const label = all.map(({ command }) => command).join('\\n');
    return `${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}, class="move"];`;
  });
  return ['digraph {', ...style, ...nodes, ...edges, '}'].join('\n');
};

/** The same in a sentence for each state, for whoever cannot see it. */
export const machineInWords = ({ moves, states }: Machine): string =>
  states
    .map((state) => {
      const leaves = moves.filter(({ from, to }) => from === state && to !== state);
      if (leaves.length === 0) return `${state} is an end.`;
      const ways = leaves.map(({ command, to }) => `${command} leads to ${to}`).join(', ');
      return state === none ? `At first ${ways}.` : `From ${state}, ${ways}.`;
    })
    .join(' ');
