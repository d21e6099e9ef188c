import * as z from 'zod';
import { Condition, Decimal, Name } from '../../shared/form/schema.ts';
import { LocalizedText } from '../../shared/schema.ts';
import { Code } from '../code/schema.ts';

const days = z.int().positive();

/** When cover begins and ends: a half-open local interval in the zone of the product. */
export const Period = z
  .strictObject({
    begins: z
      .discriminatedUnion('at', [
        z.strictObject({ at: z.literal('event').describe('When the partner reports an event.'), event: Code }),
        z.strictObject({
          at: z.literal('date').describe('At the start of a chosen local date.'),
          input: Name,
          defaultDaysAhead: days.describe('Days after the bind, if none was chosen.'),
        }),
        z.strictObject({ at: z.literal('bind').describe('At once.') }),
      ])
      .describe('The first moment of cover.'),
    ends: z
      .discriminatedUnion('at', [
        z.strictObject({
          at: z.literal('event').describe('Some days after the day of an event.'),
          event: Code,
          daysAfter: days,
          maxDays: days.describe('Ends so many days after its beginning if the event never comes.'),
        }),
        z.strictObject({
          at: z.literal('months').describe('After whole months.'),
          months: days,
          missingDay: z.enum(['last-of-month', 'day-after']).describe('If the last month lacks the day (D-05).'),
        }),
        z.strictObject({
          at: z.literal('date').describe('After a date among the inputs.'),
          input: Name,
          daysAfter: days,
        }),
      ])
      .describe('The first moment without cover.'),
    text: LocalizedText.describe('The period in words.'),
  })
  .meta({ id: 'PeriodRule', description: 'When cover begins and ends.' });

/** A loss in the first days of cover is not covered, unless all of these hold (catalogue 5.2). */
export const Waiting = z
  .strictObject({
    days: days.describe('Days from the beginning of cover on, in the zone of the product.'),
    unless: z.array(Condition).min(1).optional().describe('No waiting when all hold.'),
  })
  .meta({ id: 'Waiting', description: 'How long after cover begins losses are not covered yet.' });

const refund = {
  unless: z.enum(['claim-made', 'claim-paid']).optional().describe('Closed once this has happened.'),
  refund: z.enum(['full', 'pro-rata', 'none']).describe('What is returned.'),
  share: Decimal.optional().describe('Share of the pro-rata part; all of it if absent.'),
};

/** One window of the cancellation rules; the first that is open decides (rules 2.4). */
export const CancellationWindow = z
  .discriminatedUnion('window', [
    z.strictObject({ window: z.literal('before-cover').describe('Cover has not begun.'), ...refund }),
    z.strictObject({
      window: z.literal('days-from-bind').describe('Within so many days of the bind.'),
      days,
      ...refund,
    }),
    z.strictObject({
      window: z.literal('minutes-before').describe('Until so many minutes before a moment among the inputs.'),
      input: Name,
      minutes: z.int().positive(),
      ...refund,
    }),
    z.strictObject({ window: z.literal('always').describe('At any time.'), ...refund }),
  ])
  .meta({ id: 'CancellationWindow', description: 'What a cancellation returns, and when.' });
export type CancellationWindow = z.infer<typeof CancellationWindow>;

/** What the buyer is told before the purchase, and what the buyer has to say to it (INET Arts 12-14, 17). */
export const Disclosure = z
  .strictObject({
    code: z
      .enum(['terms', 'exemptions', 'duty-of-disclosure', 'data-use', 'marketing'])
      .describe('Exemptions count only if highlighted and explained (LAW Art 17).'),
    optional: z
      .literal(true)
      .optional()
      .describe('Consent is an act of its own; without this mark it is required, with it off until turned on.'),
    title: LocalizedText,
    text: LocalizedText.optional().describe('Absent for the exemptions: the exclusions are their text.'),
  })
  .meta({ id: 'Disclosure', description: 'A text that the buyer is shown; its version is that of the product.' });
export type Disclosure = z.infer<typeof Disclosure>;

export const EligibilityRule = z
  .strictObject({
    code: Code,
    when: z.array(Condition).min(1).describe('The risk is declined when all of these hold.'),
    atBind: z.literal(true).optional().describe('Checked again at the bind, for time can change it.'),
    text: LocalizedText,
  })
  .meta({ id: 'EligibilityRule', description: 'A reason to decline.' });
