import { describe, expect, it } from 'vitest';
import type { SeriesQuery } from '../../../../local/metrics/series.ts';
import type { Found } from './cloudwatch.ts';
import { minute, sourceOver } from './source-over.ts';

const finding = (...found: readonly Found[]) => ({ GetMetricData: [{ MetricDataResults: found }] });
const valuesOf = ({ lines }: { readonly lines: readonly { label: string; values: readonly (number | null)[] }[] }) =>
  lines.map(({ label, values }) => [label, values.filter((value) => value !== null)]);

const calls: SeriesQuery = {
  namespace: 'Bindery',
  name: 'calls',
  dimensions: ['operation', 'outcome'],
  statistic: 'Sum',
};

describe('the series of a stage', () => {
  it('ask for one statistic of what a chart wants, minute by minute within three hours', async () => {
    const { source, asked } = await sourceOver(finding());
    const series = await source.series({ ...calls, where: { operation: 'createQuote', outcome: 'ok' } }, 1);
    expect(series).toMatchObject({ stepSeconds: 60, lines: [] });
    expect([series.times.length, series.times.at(-1)]).toEqual([60, minute(0)]);
    const terms = 'MetricName="calls" operation="createQuote" outcome="ok"';
    const expression = `SEARCH('{Bindery,operation,outcome} ${terms}', 'Sum', 60)`;
    const Label = `\${PROP('MetricName')}|\${PROP('Dim.operation')}|\${PROP('Dim.outcome')}`;
    expect(asked()[0].MetricDataQueries).toEqual([{ Id: 'found', Expression: expression, Label }]);
    expect((await source.series(calls, 24)).times).toHaveLength(288);
  });

  it('add up counts of one line, and put each value where its minute is', async () => {
    const { source } = await sourceOver(
      finding(
        { Label: 'calls|createQuote|ok', Timestamps: [minute(2), minute(1)], Values: [3, 4] },
        { Label: 'calls|createQuote|internal', Timestamps: [minute(1), minute(600)], Values: [1, 9] },
        { Label: 'calls|bindPolicy|ok', Timestamps: [minute(0)], Values: [2] },
      ),
    );
    // 3 in the one minute, 4 + 1 in the next; what lies before the chart is left out.
    expect(valuesOf(await source.series({ ...calls, by: 'operation' }, 1))).toEqual([
      ['createQuote', [3, 5]],
      ['bindPolicy', [2]],
    ]);
    expect(valuesOf(await source.series(calls, 1))).toEqual([['calls', [3, 5, 2]]]);
  });

  it('show the highest of several percentiles, for they cannot be added', async () => {
    const { source } = await sourceOver(
      finding(
        { Label: 'ms|createQuote|ok', Timestamps: [minute(1)], Values: [40.004] },
        { Label: 'ms|createQuote|internal', Timestamps: [minute(1)], Values: [12] },
      ),
    );
    expect(valuesOf(await source.series({ ...calls, name: 'ms', statistic: 'p99' }, 1))).toEqual([['ms', [40]]]);
  });

  it('call money by its currency, and leave out what only has the word in it', async () => {
    const { source, asked } = await sourceOver(
      finding(
        { Label: 'premiumCNY|bindPolicy|recorded', Timestamps: [minute(1)], Values: [432] },
        { Label: 'premiumEUR|bindPolicy|recorded', Timestamps: [minute(1)], Values: [500] },
        { Label: 'unpaidPremium|bindPolicy|recorded', Timestamps: [minute(1)], Values: [1] },
      ),
    );
    expect(valuesOf(await source.series({ ...calls, name: 'premium*' }, 1))).toEqual([
      ['EUR', [500]],
      ['CNY', [432]],
    ]);
    expect(asked()[0].MetricDataQueries[0].Expression).toContain("MetricName=premium'");
  });

  it('are of this stage’s queues: letters of dead-letter queues, ages of all others', async () => {
    const found = (name: string, queue: string) => ({
      Label: `${name}|${queue}`,
      Timestamps: [minute(1)],
      Values: [7],
    });
    const visible = 'ApproximateNumberOfMessagesVisible';
    const age = 'ApproximateAgeOfOldestMessage';
    const queues = [
      'bindery-prod-adjudicate-claim',
      'bindery-prod-adjudicate-claim-dead',
      'bindery-dev-drain-due-dead',
    ];
    const { source } = await sourceOver(finding(...queues.flatMap((one) => [found(visible, one), found(age, one)])));
    const query = { namespace: 'AWS/SQS', dimensions: ['QueueName'], by: 'QueueName', statistic: 'Maximum' };
    expect(valuesOf(await source.series({ ...query, name: visible }, 1))).toEqual([[queues[1], [7]]]);
    expect(valuesOf(await source.series({ ...query, name: age }, 1))).toEqual([[queues[0], [7]]]);
  });

  it('take whichever gateway the stage has, for nobody chose its id', async () => {
    const { source, asked } = await sourceOver(finding());
    const where = { ApiId: 'bindery-prod' };
    await source.series(
      { namespace: 'AWS/ApiGateway', name: '5xx', dimensions: ['ApiId'], where, statistic: 'Sum' },
      1,
    );
    expect(asked()[0].MetricDataQueries[0].Expression).toBe(
      `SEARCH('{AWS/ApiGateway,ApiId} MetricName="5xx"', 'Sum', 60)`,
    );
  });

  it('show eight lines at most, the highest', async () => {
    const many = Array.from({ length: 9 }, (_, at) => ({
      Label: `calls|op${at}|ok`,
      Timestamps: [minute(1)],
      Values: [at],
    }));
    const { source } = await sourceOver(finding(...many));
    const { lines } = await source.series({ ...calls, by: 'operation' }, 1);
    expect(lines.map(({ label }) => label)).toEqual(['op8', 'op7', 'op6', 'op5', 'op4', 'op3', 'op2', 'op1']);
  });

  it('ask for nothing where no operation is named, and refuse one that would end the quotation', async () => {
    const { source, asked } = await sourceOver(finding());
    expect((await source.series({ ...calls, where: { operation: '' } }, 1)).lines).toEqual([]);
    await expect(source.series({ ...calls, where: { operation: `x"') + ('` } }, 1)).rejects.toThrow(
      'no name of a metric',
    );
    expect(asked()).toEqual([]);
  });

  it('are kept for as long as a step lasts, and a failure is not', async () => {
    const { source, asked, clock } = await sourceOver(finding());
    await source.series(calls, 1);
    clock.now += 59_999;
    await source.series(calls, 1);
    expect(asked()).toHaveLength(1);
    clock.now += 1;
    await source.series(calls, 1);
    expect(asked()).toHaveLength(2);
    const failing = await sourceOver({});
    await expect(failing.source.alarms()).rejects.toThrow();
    await expect(failing.source.alarms()).rejects.toThrow();
    expect(failing.asked()).toHaveLength(2);
  });
});
