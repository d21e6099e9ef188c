import * as z from 'zod';
import { Field } from '../../shared/form/schema.ts';
import { LocalizedText } from '../../shared/schema.ts';
import { ProductId } from '../code/schema.ts';
import { Coverage, Exclusion } from '../coverage/schema.ts';
import { ProductStatus } from '../schema.ts';
import { CancellationWindow, Waiting } from '../terms/schema.ts';

const summary = {
  productId: ProductId,
  version: z.int().meta({ description: 'The newest version, or the one asked for.' }),
  status: ProductStatus,
  name: LocalizedText,
  summary: LocalizedText,
};

export const ProductList = z
  .strictObject({ items: z.array(z.strictObject(summary)).meta({ description: 'One line per product.' }) })
  .meta({ id: 'ProductList', description: 'The products on sale.' });

export const ProductDetail = z
  .strictObject({
    ...summary,
    currency: z.string(),
    zone: z.string(),
    filingNumber: z.string().meta({ description: 'Number under which the product is filed with the regulator.' }),
    insuredObject: z.array(Field).meta({ description: 'What is asked about the insured object.' }),
    options: z.array(Field).meta({ description: 'What the buyer chooses.' }),
    coverages: z.array(Coverage).meta({ description: 'What is insured.' }),
    exclusions: z.array(Exclusion).meta({ description: 'What is not.' }),
    period: LocalizedText.meta({ description: 'When cover begins and ends, in words.' }),
    waiting: Waiting.optional(),
    milestones: z.array(z.string()).meta({
      description: 'Events that begin or end cover, to be reported as they happen.',
      example: ['shipment_confirmed'],
    }),
    cancellation: z
      .array(CancellationWindow)
      .meta({ description: 'What a cancellation returns; the first open window decides.' }),
    claimForms: z
      .array(z.strictObject({ coverage: z.string(), form: z.array(Field), documents: z.array(z.string()) }))
      .meta({ description: 'What is asked at first notice of loss, per coverage.' }),
    disclosures: z
      .array(
        z.strictObject({
          code: z.string(),
          title: LocalizedText,
          text: LocalizedText.optional(),
          required: z.boolean(),
          contentHash: z.string(),
        }),
      )
      .meta({ description: 'Texts to show; each is acknowledged on its own. The exemptions are the exclusions.' }),
  })
  .meta({ id: 'ProductDetail', description: 'Everything that a checkout must show of a product.' });
