import type { SeriesQuery } from '../../metrics/series.ts';

/** What a search expression takes between quotation marks; anything else might end them. */
const harmless = /^[\w./#$ -]+$/;

const quoted = (text: string): string => {
  if (!harmless.test(text)) throw new Error(`"${text}" is no name of a metric or of its dimensions.`);
  return `"${text}"`;
};

/** The gateway's id is made by AWS, and a stage has one gateway in a Region: it need not be named. */
const isChosen = ([dimension]: readonly [string, string]): boolean => dimension !== 'ApiId';

/** Undefined for a query that nothing can fit, such as one of no operation. */
export const searchOf = (query: SeriesQuery, stepSeconds: number): string | undefined => {
  const { namespace, name, dimensions, where = {}, statistic } = query;
  const chosen = Object.entries(where).filter(isChosen);
  if (chosen.some(([, value]) => value === '')) return undefined;
  // A name without quotation marks fits every metric that has it as a part; whose does not begin so is left out later.
  const prefix = name.endsWith('*') ? quoted(name.slice(0, -1)).slice(1, -1) : undefined;
  const terms = [
    `MetricName=${prefix ?? quoted(name)}`,
    ...chosen.map(([dimension, value]) => `${quoted(dimension).slice(1, -1)}=${quoted(value)}`),
  ];
  const schema = [namespace, ...dimensions].map((one) => quoted(one).slice(1, -1)).join(',');
  return `SEARCH('{${schema}} ${terms.join(' ')}', '${quoted(statistic).slice(1, -1)}', ${stepSeconds})`;
};

const between = '|';

/** How CloudWatch is to call each line that a search finds: by the metric's name and the values of its dimensions. */
export const labelOf = ({ dimensions }: SeriesQuery): string =>
  [`\${PROP('MetricName')}`, ...dimensions.map((one) => `\${PROP('Dim.${one}')}`)].join(between);

/** What a line is about, read back from its label. */
export const aboutIn = (label: string, { dimensions }: SeriesQuery) => {
  const [name = '', ...values] = label.split(between);
  return { name, dimensions: Object.fromEntries(dimensions.map((one, at) => [one, values[at] ?? ''])) };
};
export type About = ReturnType<typeof aboutIn>;
