import { style } from './graph.ts';

const steps = ['quote', 'bind', 'premium', 'cover', 'claim', 'decision', 'payout'];
/** A quote is a signed offer: it writes nothing. */
const writing = steps.slice(1);

/** How a sale goes, and what is kept of each step. */
export const overviewGraph = (): string =>
  [
    'digraph {',
    ...style,
    'rankdir=TB; nodesep=0.28; ranksep=0.55;',
    '{ rank=same;',
    'shop [label="your shop", class="state outside"];',
    ...steps.map((name) => `${name} [class="state"];`),
    ['shop', ...steps].join(' -> ').concat(' [class="move"];'),
    '}',
    'record [label="one record for each command: who, when, why, which events, which money", class="state end", width=6.2];',
    'events [label="events\\nto your webhooks", class="state"];',
    'subscribers [label="subscribers\\nclaims, payments, messages", class="state"];',
    'audit [label="audit\\nchain, archive, checkpoints", class="state"];',
    ...writing.map((name) => `${name} -> record [class="kept", style=dashed, arrowsize=0.5];`),
    'record -> { events; subscribers; audit } [class="move"];',
    '}',
  ].join('\n');

export const overviewInWords = [
  'Your shop asks for a quote, binds it into a policy, its premium is paid, cover begins, a claim is reported, decided and',
  'paid out. Each command leaves one record, from which events, the audit and the subscribers follow.',
].join(' ');
