import * as z from 'zod';
import { ClaimDetail } from '../../../claims/view/schema.ts';
import { CustomerDetail, CustomerView } from '../../../customers/schema.ts';
import { PolicyPage, PolicyView } from '../schema.ts';

export const PolicyDetail = PolicyView.extend({
  included: z
    .strictObject({ customer: CustomerDetail.optional(), claims: z.array(ClaimDetail).optional() })
    .optional()
    .meta({ description: 'What `include` asked for. Personal data are masked as in `getCustomer`.' }),
}).meta({ id: 'PolicyDetail', description: 'A policy, and what was asked to be shown beside it.' });

export const PolicyList = PolicyPage.extend({
  included: z
    .strictObject({ customer: z.array(CustomerView).optional() })
    .optional()
    .meta({ description: 'What `include` asked for: each customer of the page once, without personal data.' }),
}).meta({ id: 'PolicyList', description: 'A page of policies, newest first.' });
