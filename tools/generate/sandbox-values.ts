import { type SandboxRow, sandboxValues } from '../../functions/_kit/sandbox-values.ts';

const table = (rows: readonly SandboxRow[], begins = false): readonly string[] => [
  '| Value | What happens |',
  '| --- | --- |',
  ...rows.map(({ value, happens }) => `| \`${value}${begins ? '…' : ''}\` | ${happens} |`),
  '',
];

/** The magic values of a sandbox, by where they are given. */
export const sandboxValuesPage = (): string =>
  [
    '# Magic values of a sandbox',
    '',
    'Generated from `functions/_kit/sandbox-values.ts`. Each makes something certain happen, in every sandbox, in the cloud as',
    'on a laptop. A live tenant is told what the world says, whatever values it gives.',
    '',
    '## Flights',
    '',
    'As `flightNumber` of an offer of flight delay. No airline has the code `ZZ`. Any other flight is asked for outside.',
    '',
    ...table(sandboxValues.flights),
    '## Parcels',
    '',
    'As `waybillNumber` of a claim on return freight: any waybill that begins like this, for each is used once, such as',
    '`SBXSIGNED0001`. Any other waybill is asked for outside.',
    '',
    ...table(sandboxValues.waybills, true),
    '## Claims for people',
    '',
    'A flight on which the sources differ, `ZZ500`, and a forged parcel, `SBXFORGED…`, make a claim that is referred: it stands',
    '`in-review` until people of the insurer decide it. So does every claim on a device. [Play them](../guides/sandbox.md) with',
    'credentials of your own sandbox.',
    '',
    '## Cards and payees',
    '',
    'Where the platform plays the payment provider, as on a laptop. Elsewhere the provider’s own test values do the same.',
    '',
    ...table([...sandboxValues.cards, ...sandboxValues.payees]),
  ].join('\n');
