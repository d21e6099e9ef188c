import { describe, expect, it } from 'vitest';
import type { DeadLetters } from '../../../../local/dead-letters/port.ts';
import { minute, noLetters, sourceOver } from './source-over.ts';

describe('the alarms of a stage', () => {
  const topic = (severity: string): string => `arn:aws:sns:eu-central-1:000000000000:bindery-prod-${severity}`;
  const text = 'Nobody can buy. Look: the log of bindPolicy. Mend: https://docs.bindery.test/…';
  const alarm = {
    ...{ AlarmName: 'bindery-prod bindPolicy fails', AlarmDescription: text, StateValue: 'ALARM' },
    ...{ StateReason: 'Threshold Crossed', StateTransitionedTimestamp: minute(5), AlarmActions: [topic('red')] },
  };
  const promise = {
    ...{ AlarmName: 'bindery-prod partners can sell', AlarmDescription: 'Shops stand still.', StateValue: 'OK' },
    AlarmRule: 'ALARM("bindery-prod bindPolicy fails") OR ALARM("bindery-prod createQuote fails")',
    ...{ StateTransitionedTimestamp: minute(90), AlarmActions: [topic('orange')] },
  };
  const pages = { DescribeAlarms: [{ MetricAlarms: [alarm] }, { CompositeAlarms: [promise] }] };

  it('are those of CloudWatch, over all its pages, with whoever is hurt and the runbook', async () => {
    const { source, asked } = await sourceOver(pages);
    expect(await source.alarms()).toEqual([
      {
        ...{ name: 'bindery-prod bindPolicy fails', subject: 'bindPolicy fails', kind: 'alarm', severity: 'red' },
        ...{ state: 'ALARM', since: '2026-11-23T07:55:00.000Z', reason: 'Threshold Crossed', says: 'Nobody can buy.' },
        look: 'the log of bindPolicy.',
        ...{ runbook: 'docs/operations/runbooks/bind-policy-fails.md', parts: [], measured: true },
      },
      expect.objectContaining({
        ...{ subject: 'partners can sell', kind: 'promise', severity: 'orange', state: 'OK' },
        parts: ['bindery-prod bindPolicy fails', 'bindery-prod createQuote fails'],
      }),
    ]);
    expect(asked()[0]).toMatchObject({
      AlarmNamePrefix: 'bindery-prod ',
      AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
    });
  });

  it('are asked for once in ten seconds, however often the page looks', async () => {
    const { source, asked, clock } = await sourceOver(pages);
    await Promise.all([source.alarms(), source.alarms()]);
    clock.now += 9_999;
    await source.alarms();
    expect(asked()).toHaveLength(2);
    clock.now += 2;
    await source.alarms();
    expect(asked()).toHaveLength(4);
  });

  it('have changed as CloudWatch remembers, other stages left out', async () => {
    const data = JSON.stringify({
      oldState: { stateValue: 'OK' },
      newState: { stateValue: 'ALARM', stateReason: 'too many' },
    });
    const item = (AlarmName: string, HistoryData = data) => ({ AlarmName, HistoryData, Timestamp: minute(5) });
    const history = [item('bindery-prod bindPolicy fails'), item('bindery-dev bindPolicy fails')];
    const odd = [item('bindery-prod gone since'), item('bindery-prod bindPolicy fails', 'cut o')];
    const { source } = await sourceOver({
      ...pages,
      DescribeAlarmHistory: [{ AlarmHistoryItems: history }, { AlarmHistoryItems: odd }],
    });
    const change = { at: '2026-11-23T07:55:00.000Z', from: 'OK', to: 'ALARM', reason: 'too many' };
    expect(await source.changes()).toEqual([
      { subject: 'bindPolicy fails', severity: 'red', ...change },
      { subject: 'gone since', severity: 'orange', ...change },
    ]);
  });
});

describe('the rest of the page', () => {
  it('looks at dead letters seldom, and at once after somebody has settled one', async () => {
    let looked = 0;
    const list: DeadLetters['list'] = async () => {
      looked += 1;
      return [];
    };
    const letters = { ...noLetters, list };
    const { source } = await sourceOver({}, letters);
    await source.deadLetters.list();
    await source.deadLetters.list();
    expect(looked).toBe(1);
    await source.deadLetters.replay('adjudicate-claim.1', 'kim');
    await source.deadLetters.list();
    expect(looked).toBe(2);
  });
  it('names the stage and its Region, and shows no alerts, which no operator reads', async () => {
    const { source } = await sourceOver({});
    expect([source.name, source.stage, await source.alerts()]).toEqual(['prod in eu-central-1', 'prod', undefined]);
  });
});
