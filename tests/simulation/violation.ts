/** The invariants of the platform, by the codes of reliability; each is a named check. */
export const invariants = {
  M1: 'A payment is applied exactly once, whatever duplicates, orders, gaps or retries arrive',
  M2: 'Every journal entry sums to zero per currency; balances are the fold of entries; the trial balance is zero',
  M3: 'Premium, tax and commission are booked to the unit as they were quoted',
  M4: 'Refunds never exceed what was paid, per payment and per policy',
  M5: 'No cover without a premium that is paid or owed on credit, and none before the contract',
  M6: 'Payouts stay inside cover, limits and number of claims, and no claim is paid twice',
  M7: 'What is kept and what is returned of a cancelled premium are what was charged, and what its preview showed',
  M8: 'A quoted price stands and is bought at most once; the same inputs have the same price',
  M9: 'An outcome that nobody knows is unknown, never failed, and it is resolved',
  I1: 'The same key and body give the same answer and one effect; another body is refused',
  I2: 'A business refusal is remembered; a failure is not final',
  I3: 'A business key never has a second effect, under whatever idempotency key',
  I4: 'A basket is bound whole or not at all, and says what was bound',
  N1: 'Each thing that customers are told of is written down once, and sent where there is an address',
  N2: 'A message goes to its own customer alone, as it was written down',
  N3: 'A reminder comes once, in time, and never when all is over',
  D1: 'What is committed is delivered, and nothing else is',
  D2: 'Each object’s events have numbers without a gap',
  D3: 'Delivering everything again changes nothing, and no dead letter is left',
  D4: 'A webhook is signed, the same on every attempt, on schedule, and given up only as it is said',
  D5: 'Whatever is due has a wake-up that stands, and nothing due is left undone',
  D6: 'A sandbox’s time is its own: nothing is written into its past, and an advance does all at its own instant',
  D7: 'A webhook that was answered with success is in the inbox, and can be processed from there again',
  A1: 'Each change has one record in a chain that verifies, is archived and is in the feed once',
  A2: 'No personal value stands in the table, an event, a log line or the archive',
  T1: 'Another tenant’s object is answered like one that does not exist',
  T2: 'A field that is not the caller’s to set is refused and changes nothing',
  T3: 'Nobody approves their own assessment, nor more than their authority, nor without the role',
  V1: 'No answer is a 5xx but “not now”, and every answer is what its contract says',
  V5: 'Pages of a list hold each object that fits its filter exactly once',
  V6: 'What was recorded by now of what is in effect now is what there is',
  O1: 'A table rebuilt from the archive has the same states and balances',
} as const;
export type Invariant = keyof typeof invariants;

export type Violation = { readonly invariant: Invariant; readonly what: string };
export type Check = { readonly invariant: Invariant; readonly looked: number; readonly violations: readonly string[] };
