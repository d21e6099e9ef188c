import { describe, expect, it } from 'vitest';
import { explain } from './checker.ts';
import { policyModel } from './model.ts';
import type { Asked, Operation, World } from './operation.ts';
import type { State } from './state.ts';
import { storyOf } from './story.ts';
import { cancellation, claimTaken, moneyTold, no, otherBound, policySeen } from './words.ts';

const now = '2026-11-23T08:01:00.000Z';
const boundAt = '2026-11-23T08:00:00.000Z';
const world: World = { now, boundAt, gross: 429, to: '9999', offerStands: true, usedWaybill: undefined };
const unpaid: State = {
  ...{ version: 1, life: 'pending', premium: 'open', milestones: {}, claims: [], taken: [], kept: [], told: {} },
  ...{ refunds: 0, otherIsBound: false },
};
const onCredit: State = { ...unpaid, premium: 'credit' };
const covered: State = { ...onCredit, life: 'on-risk', from: boundAt, milestones: { shipment_confirmed: boundAt } };

const read: Asked = { wants: 'read' };
const cancel: Asked = { wants: 'cancel' };
const ship: Asked = { wants: 'milestone', milestone: 'shipment_confirmed', at: now };
const claim: Asked = { wants: 'claim', waybill: 'SF00000001', lossAt: now, returnKind: 'return' };
const rebind: Asked = { wants: 'bind', offer: 'other', acknowledged: true };
const pay = (event: string, amount = 429): Asked => ({
  ...{ wants: 'pay', event, payment: 'pi_1', amount, currency: 'cny', named: true, signed: true },
});
const looks = (status: string, premium: string, change: object = {}): string =>
  policySeen({ status, premium, from: undefined, milestones: {}, claims: 0, refunds: 0, ...change });
const isCancelled = cancellation('before-cover', 429);
const refusedAs = (status: string, command: string): string => no('policy-state-refuses', { status, command });
const shipped = looks('on-risk', 'credit', { from: now, milestones: { shipment_confirmed: now } });

type Line = readonly [called: number, answered: number, asked: Asked, told: string];
const check = (start: State, lines: readonly Line[]) => {
  const operations = lines.map(([called, answered, asked, told], client): Operation => {
    return { client, called, answered, asked, told, attempts: 1 };
  });
  return { operations, ...explain(operations, policyModel(world, start)) };
};

const unexplainable: readonly (readonly [string, State, readonly Line[]])[] = [
  [
    'a read shows the policy cancelled, and a later one shows it pending',
    unpaid,
    [
      [1, 6, cancel, isCancelled],
      [2, 3, read, looks('cancelled', 'void')],
      [4, 5, read, looks('pending', 'open')],
    ],
  ],
  [
    'two cancellations of one policy succeed',
    onCredit,
    [
      [1, 3, cancel, isCancelled],
      [2, 4, cancel, isCancelled],
    ],
  ],
  [
    'a claim is taken after a cancellation was answered',
    onCredit,
    [
      [1, 2, cancel, isCancelled],
      [3, 4, claim, claimTaken(1)],
    ],
  ],
  [
    'a payment is applied, and a later read shows the premium open',
    unpaid,
    [
      [1, 2, pay('evt_1'), moneyTold('applied')],
      [3, 4, read, looks('pending', 'open')],
    ],
  ],
  [
    'an answered write is lost: nobody who asks later sees the shipment',
    onCredit,
    [
      [1, 2, ship, shipped],
      [3, 4, read, looks('pending', 'credit')],
    ],
  ],
  [
    'a policy is cancelled and shipped, each as if the other had not happened',
    onCredit,
    [
      [1, 4, cancel, isCancelled],
      [2, 3, ship, shipped],
    ],
  ],
  [
    'two notices of the same loss are both taken',
    covered,
    [
      [1, 3, claim, claimTaken(1)],
      [2, 4, claim, claimTaken(2)],
    ],
  ],
  [
    'one payment is kept and given back, because two events tell of it',
    onCredit,
    [
      [1, 6, pay('evt_1', 430), moneyTold('unmatched')],
      [2, 3, cancel, isCancelled],
      [4, 5, pay('evt_2', 430), moneyTold('unapplied')],
    ],
  ],
  [
    'the order is insured again while its first policy lives',
    onCredit,
    [
      [1, 2, rebind, otherBound],
      [3, 4, cancel, isCancelled],
    ],
  ],
  [
    'a refusal speaks of a state that is over',
    onCredit,
    [
      [1, 2, ship, shipped],
      [3, 4, claim, refusedAs('pending', 'claim')],
    ],
  ],
  [
    'a cancellation returns another premium than the one that was charged',
    unpaid,
    [[1, 2, cancel, cancellation('before-cover', 428)]],
  ],
];

describe('a history that nobody can explain', () => {
  it.each(unexplainable)('is refused: %s', (_what, start, lines) => {
    const { explained, order } = check(start, lines);
    expect(explained).toBe(false);
    expect(order.length).toBeLessThan(lines.length);
  });

  it('is told as a story: who asked what from when to when, and where every order ends', () => {
    const { operations, ...explanation } = check(unpaid, [
      [1, 2, cancel, isCancelled],
      [3, 4, claim, claimTaken(1)],
    ]);
    const story = storyOf({ seed: 7, world, start: unpaid, operations }, explanation).join('\n');
    expect(story).toContain('history 7');
    expect(story).toContain('[1, 2] client 0 cancel (1 attempts): cancelled by before-cover, 429 returned');
    expect(story).toMatch(/none of these can have been answered as it was:\n {2}\[3, 4\] client 1 claim SF00000001/);
  });
});

/** With the clients in the only order, or the first that is found. */
const explainable: readonly (readonly [string, State, readonly Line[], readonly number[]])[] = [
  [
    'a claim that was asked first is refused by a cancellation that came between',
    onCredit,
    [
      [1, 4, claim, refusedAs('cancelled', 'claim')],
      [2, 3, cancel, isCancelled],
    ],
    [1, 0],
  ],
  [
    'a read overtakes a shipment that was asked before it and answered before it',
    onCredit,
    [
      [1, 3, ship, shipped],
      [2, 4, read, looks('pending', 'credit')],
    ],
    [1, 0],
  ],
  [
    'three at once, in the only order that is left',
    unpaid,
    [
      [1, 6, read, looks('cancelled', 'refunding', { refunds: 1 })],
      [2, 5, cancel, isCancelled],
      [3, 4, pay('evt_1'), moneyTold('applied')],
    ],
    [2, 1, 0],
  ],
  [
    'an operation whose first request was lost takes effect long after it was asked',
    onCredit,
    [
      [1, 8, cancel, isCancelled],
      [2, 3, read, looks('pending', 'credit')],
      [4, 5, read, looks('pending', 'credit')],
      [6, 7, rebind, otherBound],
    ],
    [1, 2, 0, 3],
  ],
  [
    'the same event again, which is told what it was told',
    unpaid,
    [
      [1, 2, pay('evt_1'), moneyTold('applied')],
      [3, 4, pay('evt_1'), moneyTold('applied')],
      [5, 6, pay('evt_2'), moneyTold('known')],
    ],
    [0, 1, 2],
  ],
];

describe('a history that some order explains', () => {
  it.each(explainable)('is accepted: %s', (_what, start, lines, clients) => {
    const { explained, order } = check(start, lines);
    expect(explained).toBe(true);
    expect(order.map(({ client }) => client)).toEqual(clients);
  });

  it('is found among hundreds of thousands of orders, for no state is looked at twice', () => {
    // Twelve reads and twelve refusals at once have 24! orders, and the last read has to come after all of them.
    const many = Array.from({ length: 24 }, (_, at): Line => {
      return at % 2 === 0 ? [at, 100, read, shipped] : [at, 100, claim, refusedAs('pending', 'claim')];
    });
    const last: Line = [200, 201, read, shipped];
    expect(check(onCredit, [...many, [50, 100, ship, shipped], last]).explained).toBe(true);
    expect(check(onCredit, [...many.slice(0, 14), last]).explained).toBe(false);
  });
});
