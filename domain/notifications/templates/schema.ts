import * as z from 'zod';
import { templateFaults, type Variables } from '../../shared/template/template-faults.ts';
import type { MessageName } from '../schema.ts';

const always = { customerName: 'text', productName: 'text', policyNumber: 'text' } as const;
const claim = { ...always, claimId: 'text', coverage: 'text' } as const;

/** What the templates of each message may name. Money and times come as text, in the customer's language. */
export const variablesOf = {
  'policy-issued': {
    ...always,
    premium: 'text',
    period: 'text',
    coverages: 'list',
    exclusions: 'list',
    disclosures: 'list',
    verificationLink: 'text',
    verificationCode: 'text',
    coverFrom: 'optional',
    coverTo: 'optional',
    payBy: 'optional',
  },
  'premium-reminder': { ...always, premium: 'text', payBy: 'text' },
  'renewal-reminder': { ...always, coverTo: 'text' },
  'policy-cancelled': { ...always, cancelledAt: 'text', refund: 'optional' },
  'policy-lapsed': { ...always, premium: 'text', payBy: 'text' },
  'claim-received': { ...claim, lossAt: 'text', reportedAt: 'text' },
  'claim-approved': { ...claim, amount: 'text' },
  'claim-rejected': { ...claim, reasons: 'list', clauses: 'list', decidedAt: 'text' },
  'claim-paid': { ...claim, amount: 'text' },
  'payout-returned': claim,
} as const satisfies Readonly<Record<MessageName, Variables>>;
export type VariablesOf = typeof variablesOf;

const lines = (variables: Variables) => (given: string | readonly string[], context: z.RefinementCtx) => {
  const text = typeof given === 'string' ? given : given.join('\n');
  for (const message of templateFaults(text, variables)) context.addIssue({ code: 'custom', message });
};

const textsOf = (message: MessageName) =>
  z.strictObject({
    subject: z.string().min(1).max(200).superRefine(lines(variablesOf[message])).describe('One line.'),
    text: z
      .array(z.string().max(500))
      .min(1)
      .max(100)
      .superRefine(lines(variablesOf[message]))
      .describe('The text, line by line; what is between two blank lines is a paragraph.'),
  });

const templateOf = (message: MessageName) => z.strictObject({ en: textsOf(message), 'zh-CN': textsOf(message) });

/** A template for every message, in every language. One that names what there is not is refused with its path. */
export const Templates = z
  .strictObject({
    'policy-issued': templateOf('policy-issued'),
    'premium-reminder': templateOf('premium-reminder'),
    'renewal-reminder': templateOf('renewal-reminder'),
    'policy-cancelled': templateOf('policy-cancelled'),
    'policy-lapsed': templateOf('policy-lapsed'),
    'claim-received': templateOf('claim-received'),
    'claim-approved': templateOf('claim-approved'),
    'claim-rejected': templateOf('claim-rejected'),
    'claim-paid': templateOf('claim-paid'),
    'payout-returned': templateOf('payout-returned'),
  } satisfies Record<MessageName, z.ZodType>)
  .meta({ id: 'Templates', description: 'What customers are written, by message and language (Mustache).' });
export type Templates = z.infer<typeof Templates>;

/** One message in one language. */
export type Texts = { readonly subject: string; readonly text: readonly string[] };
