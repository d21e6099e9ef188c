import * as z from 'zod';
import { Instant, idOf } from '../shared/schema.ts';
import { byIdentityOrPhone } from './checks.ts';

export const CustomerId = idOf('cus', 'The customer.');

/** What identifies and reaches a person. It is kept encrypted under that person's own key and nowhere else. */
export const PersonalData = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .meta({ description: 'Full name as on the identity document.', example: '王小明' }),
    identity: z
      .strictObject({
        type: z.enum(['cn-resident-id', 'passport', 'other']).meta({ description: 'Kind of document.' }),
        number: z
          .string()
          .trim()
          .min(4)
          .max(40)
          .meta({ description: 'Document number.', example: '11010519491231002X' }),
      })
      .optional()
      .meta({ description: 'Identity document, where the sale needs one (INET Art 33).' }),
    phone: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/)
      .meta({ description: 'Telephone in E.164 form.', example: '+8613800138000' }),
    email: z.email().max(200).optional().meta({ description: 'E-mail address.', example: 'xiaoming.wang@example.com' }),
  })
  .meta({ id: 'PersonalData', description: 'Data of a person; encrypted at rest under a key of that person.' });
export type PersonalData = z.infer<typeof PersonalData>;

export const RegisterCustomer = PersonalData.extend({
  locale: z.enum(['en', 'zh-CN']).meta({ description: 'Language for documents and messages.' }),
}).meta({ id: 'RegisterCustomer', description: 'A person who buys or is insured.' });

export const FindCustomer = z
  .strictObject({
    identityNumber: z.string().trim().min(4).max(40).optional().meta({ description: 'Identity document number.' }),
    phone: z.string().trim().min(7).max(20).optional().meta({ description: 'Telephone in E.164 form.' }),
  })
  .refine(byIdentityOrPhone, { message: 'Give an identity number or a telephone number.' })
  .meta({ id: 'FindCustomer', description: 'What to look a customer up by; it is compared as a keyed hash.' });

/** What the platform keeps of a customer beside the encrypted data: keyed hashes to find the person again. */
export type Customer = {
  readonly customerId: string;
  readonly locale: 'en' | 'zh-CN';
  readonly registeredAt: string;
  /** JWE of `PersonalData` under the person's own key. */
  readonly personal: string;
};

export const CustomerView = z
  .strictObject({
    customerId: CustomerId,
    locale: z.enum(['en', 'zh-CN']),
    registeredAt: Instant,
  })
  .meta({ id: 'Customer', description: 'A customer without any personal data.' });

export const CustomerDetail = CustomerView.extend({
  masked: z.boolean().meta({ description: 'True where the middle of each value is hidden from this caller.' }),
  personal: z
    .strictObject({
      name: z.string(),
      identity: z.strictObject({ type: z.string(), number: z.string() }).optional(),
      phone: z.string(),
      email: z.string().optional(),
    })
    .meta({ description: 'The personal data, in full or masked.' }),
}).meta({ id: 'CustomerDetail', description: 'A customer with personal data, masked unless the caller may see it.' });
