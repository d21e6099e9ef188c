import { describe, expect, it } from 'vitest';
import { compare } from '../../../tools/compatibility/compare.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { today } from './shop.ts';

const object = (properties: object, required: readonly string[]) => ({ type: 'object', properties, required });
const id = { type: 'string' };
/** A document that tells of bound policies, whole or thin. */
const telling = (data: object, required = Object.keys(data)): OpenApi =>
  ({
    paths: {},
    webhooks: {
      'policy.bound': {
        post: {
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  oneOf: [
                    object({ id, data: { ...object(data, required), additionalProperties: false } }, ['id', 'data']),
                    { ...object({ id }, ['id']), additionalProperties: false },
                  ],
                },
              },
            },
          },
          responses: {},
        },
      },
    },
  }) as unknown as OpenApi;
const says = (before: OpenApi, after: OpenApi): readonly string[] =>
  compare(before, after, today).map((one) => one.says);

describe('what a webhook tells', () => {
  it('may be more than before', () => {
    expect(says(telling({ policyId: id }), telling({ policyId: id, reference: id }))).toEqual([]);
  });
  it('loses no field, though a thin event would have none either', () => {
    expect(says(telling({ policyId: id, reference: id }), telling({ policyId: id }))).toEqual([
      'policy.bound: The field `reference` is gone.',
    ]);
  });
  it('is not only sometimes what it always was', () => {
    expect(says(telling({ policyId: id }), telling({ policyId: id }, []))).toEqual([
      'policy.bound: The field `policyId` is no longer always there.',
    ]);
  });
  it('has no other type', () => {
    expect(says(telling({ amount: { type: 'integer' } }), telling({ amount: id }))).toEqual([
      'policy.bound: The type may be `string` now.',
    ]);
  });
  it('is told for as long as it was promised', () => {
    const nothing = { paths: {}, webhooks: {} } as OpenApi;
    expect(says(telling({ policyId: id }), nothing)).toContain('The event `policy.bound` is no longer told.');
  });
});
