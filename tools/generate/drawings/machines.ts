import { alertLifecycle } from '../../../domain/alerts/lifecycle.ts';
import { claimLifecycle } from '../../../domain/claims/lifecycle.ts';
import { notificationLifecycle } from '../../../domain/notifications/lifecycle.ts';
import { credentialLifecycle } from '../../../domain/partners/lifecycle.ts';
import { disbursementLifecycle } from '../../../domain/payments/lifecycle.ts';
import { policyLifecycle } from '../../../domain/policies/lifecycle.ts';
import { endpointLifecycle } from '../../../domain/webhooks/lifecycle.ts';

/** A command's row: each state in which it may be decided, with what it may become. */
type Table = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export type Move = { readonly command: string; readonly from: string; readonly to: string };

/** One state machine, as its pages and drawings need it. */
export type Machine = {
  readonly name: string;
  readonly title: string;
  readonly moves: readonly Move[];
  readonly commands: readonly string[];
  readonly states: readonly string[];
  /** The first words of the events that tell of it. */
  readonly events: readonly string[];
};

/** Where nothing is there yet. */
export const none = 'none';

const movesOf = (table: Table): readonly Move[] =>
  Object.entries(table).flatMap(([command, row]) =>
    Object.entries(row).flatMap(([from, to]) => [to].flat().map((one) => ({ command, from, to: one }))),
  );

type Told = {
  readonly name: string;
  readonly title: string;
  readonly table: Table;
  readonly events: readonly string[];
  /** How it begins, where the table does not say it. */
  readonly begins?: Move;
};

const machine = ({ name, title, table, events, begins }: Told): Machine => {
  const moves = [...(begins === undefined ? [] : [begins]), ...movesOf(table)];
  const states = [...new Set(moves.flatMap(({ from, to }) => [from, to]))];
  return { name, title, moves, commands: Object.keys(table), states, events };
};

const begins = (command: string, to: string): Move => ({ command, from: none, to });

/** Every lifecycle of the domain, in the order in which one meets them. */
export const machines: readonly Machine[] = [
  machine({
    ...{ name: 'policy', title: 'Policy', table: policyLifecycle, events: ['policy', 'premium', 'renewal'] },
    begins: begins('bind', 'pending'),
  }),
  machine({
    ...{ name: 'claim', title: 'Claim', table: claimLifecycle, events: ['claim'] },
    begins: begins('report', 'registered'),
  }),
  machine({
    ...{ name: 'disbursement', title: 'Disbursement', table: disbursementLifecycle, events: ['disbursement'] },
    begins: begins('request', 'requested'),
  }),
  machine({ name: 'alert', title: 'Alert', table: alertLifecycle, events: ['alert'] }),
  machine({ name: 'credential', title: 'Credential', table: credentialLifecycle, events: ['credential'] }),
  machine({
    ...{ name: 'notification', title: 'Notification', table: notificationLifecycle, events: ['notification'] },
    begins: begins('request', 'requested'),
  }),
  machine({ name: 'webhook-endpoint', title: 'Webhook endpoint', table: endpointLifecycle, events: ['endpoint'] }),
];
