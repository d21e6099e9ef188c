import fc from 'fast-check';
import { bytes, holder, version } from './items.ts';

/** The part of a write that a condition is. */
export type Conditional = {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD';
};

export const absent = { ConditionExpression: 'attribute_not_exists(pk)' };

/** The conditions of functions/_storage, each as it is written there. */
const ours: fc.Arbitrary<Conditional> = fc.oneof(
  fc.constant(absent),
  version.map((v) => ({ ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': v } })),
  fc.tuple(version, bytes).map(([v, h]) => ({
    ConditionExpression: 'v = :v AND h = :h',
    ExpressionAttributeValues: { ':v': v, ':h': h },
  })),
  fc.constant({
    ConditionExpression: 'attribute_not_exists(pk) OR rl = :released',
    ExpressionAttributeValues: { ':released': true },
  }),
  holder.map((a) => ({ ConditionExpression: 'a = :holder', ExpressionAttributeValues: { ':holder': a } })),
);

/** What else the language has, for the next condition that somebody needs. */
const others: fc.Arbitrary<Conditional> = fc.oneof(
  fc.constant({ ConditionExpression: 'attribute_exists(pk) AND NOT attribute_exists(rl)' }),
  fc.constantFrom('=', '<>', '<', '<=', '>', '>=').chain((by) =>
    fc.tuple(fc.constantFrom('v', 'h', 'a', 'gone'), fc.oneof(version, bytes, holder)).map(([name, value]) => ({
      ConditionExpression: `#n ${by} :x OR s.held = :l`,
      ExpressionAttributeNames: { '#n': name },
      ExpressionAttributeValues: { ':x': value, ':l': [] },
    })),
  ),
  fc.tuple(version, version).map(([low, high]) => ({
    ConditionExpression: 'v BETWEEN :low AND :high',
    ExpressionAttributeValues: { ':low': low, ':high': high },
  })),
  fc.constantFrom('pol', new Uint8Array([1])).map((prefix) => ({
    ConditionExpression: 'begins_with(a, :p) OR begins_with(h, :p)',
    ExpressionAttributeValues: { ':p': prefix },
  })),
);

const shown = fc.constantFrom<Conditional>({}, { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });

/** A condition that must stand, as in a check. */
export const required: fc.Arbitrary<Conditional> = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: ours }, { weight: 2, arbitrary: others }), shown)
  .map(([condition, show]) => ({ ...condition, ...show }));

export const optional: fc.Arbitrary<Conditional> = fc.oneof(fc.constant({}), required);
