import * as z from 'zod';
import { CustomerId } from '../../../domain/customers/schema.ts';
import { PolicyId } from '../../../domain/policies/schema.ts';
import { inDigits, OffsetDateTime, Reference } from '../../../domain/shared/schema.ts';

/** How every list is asked for its pages. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(512).optional().meta({
    description: 'The `next` of the page before, under the very same filter; with another filter it is refused.',
  }),
  limit: inDigits(z.int().min(1).max(50)).default(20).meta({
    description:
      'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.',
    example: 20,
  }),
});

const ordering =
  'Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record.';
const time = (description: string) =>
  OffsetDateTime.optional().meta({ description: `${description} Encode a \`+\` as \`%2B\`.` });

/**
 * A list that can be narrowed to a half-open time: by the wall, for it is ordered by the time of first records; claims
 * alone are ordered by business time, which a sandbox may move.
 */
export const timeQuery = pageQuery.extend({
  createdFrom: time(`Only what came at this instant or later. ${ordering}`),
  createdTo: time(`Only what came before this instant. ${ordering}`),
});

/** The same, and by status; `statuses` are those of its lifecycle. */
export const listQuery = <S extends z.ZodType>(statuses: S) =>
  timeQuery.extend({
    status: statuses.optional().meta({ description: 'Only objects that stand there at the moment of the request.' }),
  });

/** The partner's own number: opaque, and not unique, for one order may hold several policies and baskets. */
const reference = Reference.optional().meta({
  description: 'Only what stands under your own number.',
  example: 'checkout-7f3a9c',
});

/** Filters by whose something is; each is an access path of its own. */
export const ofCustomer = {
  customerId: CustomerId.optional().meta({ description: 'Only of this customer.' }),
  reference,
};
export const ofPolicy = { policyId: PolicyId.optional().meta({ description: 'Only of this policy.' }) };

/** Asks for related objects beside the answer; each needs its own scope, by the name under which it is included. */
export const including = (includes: Readonly<Record<string, string>>) => {
  const names = Object.keys(includes);
  const one = `(${names.join('|')})`;
  const scopes = names.map((name) => `\`${name}\` (needs \`${includes[name]}\`)`).join(', ');
  return {
    include: z
      .string()
      .regex(new RegExp(`^${one}(,${one})*$`), `Only these can be included: ${names.join(', ')}.`)
      .optional()
      .meta({
        description: `Related objects to show in \`included\`, separated by commas: ${scopes}.`,
        example: names.join(','),
      }),
  };
};

/** Asks for an object as it stood at some time; both may be given. */
export const viewpointQuery = {
  asOf: OffsetDateTime.optional().meta({
    description:
      'Effective time: what had taken effect by then, whenever it was recorded. Encode a `+` as `%2B`; now if absent.',
  }),
  knownAt: OffsetDateTime.optional().meta({
    description:
      'Recorded time: only what the platform had recorded by then, as `recordedAt` in the history says. With `asOf`: what was known then about that time.',
  }),
};
