import { alertLifecycle } from '../../domain/alerts/lifecycle.ts';
import { claimLifecycle } from '../../domain/claims/lifecycle.ts';
import { notificationLifecycle } from '../../domain/notifications/lifecycle.ts';
import { credentialLifecycle } from '../../domain/partners/lifecycle.ts';
import { disbursementLifecycle } from '../../domain/payments/lifecycle.ts';
import { policyLifecycle } from '../../domain/policies/lifecycle.ts';
import { endpointLifecycle } from '../../domain/webhooks/lifecycle.ts';

/** A command's row: the states in which it may be decided, or those states with what each becomes. */
type Table = Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>>;

const statesOf = (row: Table[string]): readonly string[] => (Array.isArray(row) ? row : Object.keys(row));

const section = (title: string, table: Table): readonly string[] => {
  const commands = Object.keys(table);
  const cell = (state: string) => (command: string) =>
    statesOf(table[command] ?? []).includes(state) ? 'decided' : 'refused';
  const states = [...new Set(Object.values(table).flatMap(statesOf))];
  return [
    `## ${title}`,
    '',
    `| State | ${commands.join(' | ')} |`,
    `| --- | ${commands.map(() => '---').join(' | ')} |`,
    ...states.map((state) => `| ${state} | ${commands.map(cell(state)).join(' | ')} |`),
    '',
  ];
};

/** Which command may be decided in which state, from the tables that decide it. */
export const lifecyclePage = (): string =>
  [
    '# Lifecycles',
    '',
    'Generated from the `lifecycle.ts` tables of the domain. A state that no row names refuses every command.',
    '',
    ...section('Policy', policyLifecycle),
    ...section('Claim', claimLifecycle),
    ...section('Disbursement', disbursementLifecycle),
    ...section('Alert', alertLifecycle),
    ...section('Credential', credentialLifecycle),
    ...section('Notification', notificationLifecycle),
    ...section('Webhook endpoint', endpointLifecycle),
  ].join('\n');
