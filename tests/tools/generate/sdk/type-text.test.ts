import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../../tools/generate/sdk/document.ts';
import { docOf, importOf, typeText } from '../../../../tools/generate/sdk/type-text.ts';

describe('the type of a schema', () => {
  it.each<[string, Schema]>([
    ['string', { type: 'string', format: 'date-time' }],
    ['number', { type: 'integer' }],
    ['boolean', { type: 'boolean' }],
    ["'1.0'", { type: 'string', const: '1.0' }],
    ['true', { type: 'boolean', const: true }],
    ["'a' | 'it\\'s'", { type: 'string', enum: ['a', "it's"] }],
    ['string | number | boolean', { type: ['string', 'number', 'boolean'] }],
    ['string | null', { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    ['Money', { $ref: '#/components/schemas/Money', description: 'What the buyer pays.' }],
    ['readonly string[]', { type: 'array', items: { type: 'string' } }],
    ["readonly ('a' | 'b')[]", { type: 'array', items: { enum: ['a', 'b'] } }],
    ['readonly (readonly string[])[]', { type: 'array', items: { type: 'array', items: { type: 'string' } } }],
    ["readonly [string, 'in']", { type: 'array', prefixItems: [{ type: 'string' }, { const: 'in' }] }],
    ['Record<string, number>', { type: 'object', additionalProperties: { type: 'number' } }],
    ['Record<string, unknown>', { type: 'object', additionalProperties: {} }],
    ['Record<string, never>', { type: 'object', properties: {}, additionalProperties: false }],
    ['unknown', {}],
  ])('is %s', (text, schema) => {
    expect(typeText(schema)).toBe(text);
  });
  it('says of a field whether it may be absent, what it means, and gives an example', () => {
    const properties = {
      policyId: { type: 'string', description: 'The policy.', example: 'pol_1' },
      'odd-name': { type: 'boolean' },
    };
    expect(typeText({ type: 'object', properties, required: ['policyId'] })).toBe(
      [
        '{',
        '  /**',
        '   * The policy.',
        '   *',
        '   * @example "pol_1"',
        '   */',
        '  policyId: string;',
        "  'odd-name'?: boolean | undefined;",
        '}',
      ].join('\n'),
    );
  });
  it('never lets a description end its comment', () => {
    expect(docOf(['Paths such as /v1/*/x are fine.'])).toBe('/** Paths such as /v1/* /x are fine. */\n');
  });
  it('imports what the code names, and not what a comment does', () => {
    expect(importOf(['Money', 'Offer'], '/** Money. */ type A = Offer;', './schemas.ts')).toBe(
      "import type {\n  Offer,\n} from './schemas.ts';\n",
    );
  });
});
