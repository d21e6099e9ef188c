import uPlot from '/ops/uplot/uPlot.esm.js';
import { at, element, fill, getJson } from './show.js';

const height = 180;
const strokes = ['#2f81f7', '#d1790b', '#c5221f', '#2da160', '#8957e5', '#0f93a8', '#bf3989', '#7d8590'];
const drawn = new Map();

const styleOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const currencyIn = (label) => /\b([A-Z]{3})$/.exec(label)?.[1];
const clock = (seconds) =>
  new Date(seconds * 1_000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
/** Minor units of a currency, as people write it. */
const asMoney = (minor, currency) => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

const worded = (unit, label) => (_plot, value) => {
  if (value === null || value === undefined) return '–';
  const currency = currencyIn(label);
  if (unit === 'money' && currency !== undefined) return asMoney(value, currency);
  return unit === 'count' ? short.format(value) : `${short.format(value)} ${unit}`;
};
/** Money is counted in minor units, and a hundredth of them is what people think in. */
const axisValue = (unit) => (value) => short.format(unit === 'money' ? value / 100 : value);

const isCounted = (unit) => unit === 'count' || unit === 'money';

const options = ({ unit }, lines, width) => ({
  width,
  height,
  cursor: { y: false },
  scales: { y: { range: (_plot, _min, max) => [0, max > 0 ? max * 1.1 : 1] } },
  axes: [
    {
      stroke: styleOf('--faint'),
      grid: { stroke: styleOf('--line'), width: 1 },
      ticks: { show: false },
      space: 64,
      values: (_plot, seconds) => seconds.map(clock),
    },
    {
      stroke: styleOf('--faint'),
      grid: { stroke: styleOf('--line'), width: 1 },
      ticks: { show: false },
      size: 48,
      values: (_plot, values) => values.map(axisValue(unit)),
    },
  ],
  series: [
    { label: 'at', value: (_plot, seconds) => (seconds === null ? '–' : clock(seconds)) },
    ...lines.map(({ label }, index) => ({
      label: label.replace(/^bindery-\w+?-/, ''),
      stroke: strokes[index % strokes.length],
      width: 1.5,
      spanGaps: !isCounted(unit),
      // What was measured once in a while would be no line at all.
      points: { show: !isCounted(unit), size: 4 },
      value: worded(unit, label),
    })),
  ],
});

/** Where nothing was counted there was nothing; where nothing took time there is no time to tell. */
const dataOf = ({ unit }, { times, lines }) => [
  times,
  ...lines.map(({ values }) => (isCounted(unit) ? values.map((value) => value ?? 0) : values)),
];

/** Of many lines, those in which something ever was. */
const linesMany = 4;
const worthDrawing = ({ lines, ...series }) => ({
  ...series,
  lines: lines.length > linesMany ? lines.filter(({ values }) => values.some((value) => value > 0)) : lines,
});

/** While nobody points at a chart its legend tells of the newest. */
const toNewest = (plot) => setTimeout(() => plot.root.isConnected && plot.setLegend({ idx: plot.data[0].length - 1 }));

const plotIn = (box) => box.querySelector('.plot');

const draw = (chart, told) => {
  const series = worthDrawing(told);
  const box = at(`chart-${chart.id}`);
  const names = series.lines.map(({ label }) => label).join('\n');
  const before = drawn.get(chart.id);
  if (before?.names === names && names !== '') {
    before.plot.setData(dataOf(chart, series));
    toNewest(before.plot);
    return;
  }
  before?.plot?.destroy();
  const place = plotIn(box);
  place.replaceChildren();
  if (series.lines.length === 0) {
    place.append(element('p', { class: 'faint' }, 'Nothing in this time.'));
    drawn.set(chart.id, { names });
    return;
  }
  const plot = new uPlot(options(chart, series.lines, place.clientWidth), dataOf(chart, series), place);
  toNewest(plot);
  plot.over.addEventListener('mouseleave', () => toNewest(plot));
  drawn.set(chart.id, { names, plot });
};

const boxOf = ({ id, title, unit, about }) => {
  const measure = unit === 'count' ? '' : unit === 'money' ? ', in the currency’s units' : `, in ${unit}`;
  return element(
    'article',
    { class: 'chart', id: `chart-${id}` },
    element('h3', {}, title),
    element('p', { class: 'faint' }, `${about.replace(/\.$/, '')}${measure}.`),
    element('div', { class: 'plot' }),
  );
};

const asked = ({ id }) =>
  `/ops/series?${new URLSearchParams({ chart: id, hours: at('hours').value, operation: at('operation').value })}`;

let charts;

export const showCharts = async () => {
  if (charts === undefined) {
    charts = await getJson('/ops/charts');
    fill('charts', charts.map(boxOf));
  }
  // One after the other: a page that is open all day should not ask for everything at once.
  for (const chart of charts) draw(chart, await getJson(asked(chart)));
};

/** Offers the operations that were called so far. */
export const showOperations = async () => {
  const known = await getJson('/ops/operations');
  const select = at('operation');
  const chosen = select.value || 'createQuote';
  const names = [...new Set([...known.map(({ operation }) => operation), chosen])].toSorted();
  // A list that somebody has open would close.
  if (names.join() === [...select.options].map(({ value }) => value).join()) return;
  select.replaceChildren(...names.map((name) => element('option', { value: name }, name)));
  select.value = chosen;
};

const again = () => {
  for (const { plot } of drawn.values()) plot?.destroy();
  drawn.clear();
  return showCharts();
};
for (const id of ['hours', 'operation']) at(id).addEventListener('change', () => void again());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void again());
addEventListener('resize', () => {
  for (const { plot } of drawn.values()) plot?.setSize({ width: plot.root.parentElement.clientWidth, height });
});
