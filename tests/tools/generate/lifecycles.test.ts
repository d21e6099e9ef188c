import { describe, expect, it } from 'vitest';
import type { ClaimEvent } from '../../../domain/claims/events.ts';
import { evolveClaim } from '../../../domain/claims/evolve.ts';
import { evolveNotification } from '../../../domain/notifications/evolve-notification.ts';
import type { DisbursementEvent } from '../../../domain/payments/events.ts';
import { evolvePolicy, type PolicyEvent } from '../../../domain/policies/evolve.ts';
import { machineGraph, machineInWords } from '../../../tools/generate/drawings/graph.ts';
import { type Machine, machines } from '../../../tools/generate/drawings/machines.ts';
import { svgOf } from '../../../tools/generate/drawings/svg.ts';
import { publishedText } from '../../support/published-schemas.ts';

const named = (name: string): Machine => {
  const found = machines.find((machine) => machine.name === name);
  if (found === undefined) throw new Error(`There is no machine ${name}.`);
  return found;
};

/** The event of the catalogue, as a record holds it. */
const eventOf = (type: string): unknown => {
  const [, text = ''] = /```json\n([^`]+)```/.exec(publishedText(`events/${type}.md`)) ?? [];
  const { data } = JSON.parse(text) as { readonly data: object };
  return { type, data };
};

/** Which events each command may record last, by the fold of which a state becomes another one. */
const eventsBy: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  policy: {
    'begin-cover': ['policy.on-risk'],
    'end-cover': ['policy.expired'],
    cancel: ['policy.cancelled'],
    lapse: ['policy.cancelled'],
  },
  claim: {
    adjudicate: ['claim.approved', 'claim.rejected', 'claim.referred', 'claim.awaiting-facts'],
    'look-again': ['claim.look-due'],
    assess: ['claim.assessed'],
    approve: ['claim.approved'],
    reject: ['claim.rejected'],
    pay: ['claim.paid'],
    return: ['claim.payout-returned'],
  },
  disbursement: {
    submit: ['disbursement.submitted'],
    'ask-again': ['disbursement.check-due'],
    settle: ['disbursement.succeeded'],
    fail: ['disbursement.failed'],
    return: ['disbursement.returned'],
    'lose-answer': ['disbursement.unknown'],
  },
  notification: { settle: ['notification.sent', 'notification.failed', 'notification.skipped'] },
};

const policyIn = (status: string): object => ({
  ...{ ...evolvePolicy(undefined, eventOf('policy.bound') as PolicyEvent), status },
});

/** What the fold of the domain makes of a state by an event. */
const folded: Readonly<Record<string, (state: string, type: string) => string>> = {
  policy: (status, type) =>
    evolvePolicy(policyIn(status) as Parameters<typeof evolvePolicy>[0], eventOf(type) as PolicyEvent).status,
  claim: (status, type) => {
    const reported = evolveClaim(undefined, eventOf('claim.reported') as ClaimEvent);
    return evolveClaim({ ...reported, status } as typeof reported, eventOf(type) as ClaimEvent).status;
  },
  disbursement: (status, type) => {
    const asked = evolvePolicy(policyIn('on-risk') as never, eventOf('disbursement.requested') as DisbursementEvent);
    const before = { ...asked, disbursements: asked.disbursements.map((one) => ({ ...one, status })) };
    return evolvePolicy(before as typeof asked, eventOf(type) as DisbursementEvent).disbursements[0]?.status ?? '';
  },
  notification: (status, type) => {
    const asked = evolveNotification(undefined, eventOf('notification.requested') as never);
    return evolveNotification({ ...asked, status } as typeof asked, eventOf(type) as never).status;
  },
};

const cases = Object.entries(eventsBy).flatMap(([name, commands]) =>
  Object.entries(commands).map(([command, types]) => ({ name, command, types })),
);

describe('a lifecycle table', () => {
  it.each(cases)('says of $name where $command leads, as its events fold', ({ name, command, types }) => {
    const rows = Map.groupBy(
      named(name).moves.filter((move) => move.command === command),
      ({ from }) => from,
    );
    expect(rows.size).toBeGreaterThan(0);
    for (const [from, moves] of rows) {
      const leads = moves.map(({ to }) => to).toSorted();
      expect([from, leads]).toEqual([from, types.map((type) => folded[name]?.(from, type)).toSorted()]);
    }
  });
  it('is proved for each command, but for those that may leave a policy as it is', () => {
    for (const [name, commands] of Object.entries(eventsBy)) {
      const left = named(name).commands.filter((command) => !(command in commands));
      expect([name, left]).toEqual([name, name === 'policy' ? ['record-milestone', 'receive-premium', 'claim'] : []]);
    }
  });
});

describe('a drawing', () => {
  it('shows each way from one state to another once, with the commands that go it', () => {
    const graph = machineGraph(named('policy'));
    expect(graph).toContain('"pending" -> "on-risk" [label="record-milestone\\nreceive-premium\\nbegin-cover"');
    expect(graph).not.toContain('"on-risk" -> "on-risk"');
    expect(graph).toContain('"cancelled" [class="state end"];');
  });
  it('says the same in words', () => {
    expect(machineInWords(named('alert'))).toBe(
      'At first raise leads to raised. From raised, acknowledge leads to acknowledged, close leads to closed. From acknowledged, close leads to closed. closed is an end.',
    );
  });
  it('is made alike every time, with its title and its words, and holds nothing from elsewhere', async () => {
    const given = { graph: machineGraph(named('claim')), title: 'A & B', words: 'From a < b.' };
    const svg = await svgOf(given);
    expect(await svgOf(given)).toBe(svg);
    expect(svg).toMatch(/^<svg role="img" aria-labelledby="title words" width="\d+" height="\d+"/);
    expect(svg).toContain('<title id="title">A &amp; B</title>\n<desc id="words">From a &lt; b.</desc>');
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg.match(/https?:\/\/(?!www\.w3\.org)/)).toBeNull();
  });
});
