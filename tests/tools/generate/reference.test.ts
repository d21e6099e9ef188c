import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manual } from '../../../sdk/generated/manual.ts';
import { fieldTables, meaningOf, typeOf } from '../../../tools/generate/reference/fields.ts';
import { cliOf, curlOf, pathValuesOf, typescriptOf } from '../../../tools/generate/reference/snippets-of.ts';

const place = { objects: 'objects/' };

const bound = {
  request: {
    method: 'POST',
    path: '/v1/policies/pol_1/cancellations',
    headers: {
      Authorization: 'Bearer {token}',
      'Idempotency-Key': 'cancel-1',
      'Content-Type': 'application/json',
    },
    body: { reason: "buyer's wish", token: 'abc', lines: [{ n: 1 }] },
  },
  response: { status: 201, headers: {} },
};
const listed = {
  request: { method: 'GET', path: '/v1/policies', query: { limit: 2 }, headers: { Authorization: 'Bearer {token}' } },
  response: { status: 200, headers: {} },
};
const form = {
  request: {
    method: 'POST',
    path: '/oauth/token',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: { grant_type: 'client_credentials', scope: 'a b' },
  },
  response: { status: 200, headers: {} },
};

describe('the fields of a page', () => {
  it('say what a value is, what it keeps to, and give an example', () => {
    const schema = { type: 'string', minLength: 1, maxLength: 80, description: 'A name.', example: 'Shop' };
    expect(meaningOf(schema)).toBe('A name. 1 to 80 characters. E.g. `Shop`.');
    expect(meaningOf({ type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER })).toBe('At least 1.');
    expect(meaningOf({ type: 'string', enum: ['a', 'b'] })).toBe('One of `a`, `b`.');
    expect(meaningOf({ const: true })).toBe('Always `true`.');
    expect(meaningOf({ type: 'array', minItems: 2, maxItems: 2 })).toBe('2 items.');
  });
  it('link to what has a name, inside lists and maps too', () => {
    const money = { $ref: '#/components/schemas/Money' };
    expect(typeOf(money, place)).toBe('[Money](objects/Money.md)');
    expect(typeOf({ type: 'array', items: money }, place)).toBe('array of [Money](objects/Money.md)');
    expect(typeOf({ type: 'object', additionalProperties: { type: 'string' } }, place)).toBe('map of string');
    expect(typeOf({ anyOf: [{ type: 'string' }, { type: 'null' }] }, place)).toBe('string or null');
  });
  it('stand by their path where they lie in each other, and say when they may be absent', () => {
    const schema = {
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'array', items: { type: 'object', required: [], properties: { b: { type: 'boolean' } } } },
      },
    };
    expect(fieldTables(schema, place).slice(2, 4)).toEqual([
      '| `a` | array of object |  |',
      '| `a[].b` | boolean, optional |  |',
    ]);
  });
  it('tell each form of an object that has several', () => {
    const one = (kind: string, name: string) => ({
      type: 'object',
      properties: { kind: { const: kind }, [name]: { type: 'string' } },
      required: ['kind'],
    });
    const lines = fieldTables({ oneOf: [one('flat', 'amount'), one('table', 'rows')] }, place).join('\n');
    expect(lines).toContain('Where `kind` is `flat`:');
    expect(lines).toContain('Where `kind` is `table`:');
    expect(lines).toContain('| `rows` | string, optional |');
  });
});

describe('a recorded request', () => {
  it('is a call of curl that a shell takes as it is meant', () => {
    expect(curlOf(bound)).toBe(
      [
        'curl http://localhost:8787/v1/policies/pol_1/cancellations',
        '-H "Authorization: Bearer $TOKEN"',
        "-H 'Idempotency-Key: cancel-1'",
        "-H 'Content-Type: application/json'",
        `-d '{\n  "reason": "buyer'\\''s wish",\n  "token": "abc",\n  "lines": [\n    {\n      "n": 1\n    }\n  ]\n}'`,
      ].join(' \\\n  '),
    );
    expect(curlOf(listed)).toContain("curl 'http://localhost:8787/v1/policies?limit=2'");
    expect(curlOf(form)).toContain("-d 'grant_type=client_credentials&scope=a+b'");
  });
  it('is a call of the SDK: all that is asked in one object, the key beside it', () => {
    expect(typescriptOf('cancelPolicy', '/v1/policies/{policyId}/cancellations', bound)).toBe(
      [
        `const answer = await bindery.cancelPolicy({ policyId: 'pol_1', reason: "buyer's wish", token: 'abc',`,
        "lines: [{ n: 1 }] }, { idempotencyKey: 'cancel-1' });",
      ].join(' '),
    );
    expect(typescriptOf('listPolicies', '/v1/policies', listed)).toBe(
      'const answer = await bindery.listPolicies({ limit: 2 });',
    );
  });
  it('is a line of the command line: every field a flag', () => {
    expect(cliOf('cancelPolicy', '/v1/policies/{policyId}/cancellations', bound).split(' \\\n  ')).toEqual([
      'npm run -s cli -- cancelPolicy',
      '--policy-id pol_1',
      `--reason 'buyer'\\''s wish'`,
      '--token abc',
      `--lines '[{"n":1}]'`,
      '--idempotency-key cancel-1',
    ]);
  });
  it('gives the values of its path by their names', () => {
    expect(pathValuesOf('/a/{b}/c/{d}', '/a/1/c/x%20y')).toEqual({ b: '1', d: 'x y' });
  });
});

/** What the command line takes for an operation: its fields, and what stands beside them. */
const flagsOf = (id: string): readonly string[] => {
  const { fields } = manual[id as keyof typeof manual];
  const names = Object.keys(fields).map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  return [...names, 'idempotency-key', 'if-match'];
};

describe('the example of every operation on its page', () => {
  const shown = Object.keys(manual).flatMap((id): [string, string][] => {
    const page = readFileSync(new URL(`../../../docs/reference/operations/${id}.md`, import.meta.url), 'utf8');
    const [, command] = /```sh tab=CLI\n([\s\S]*?)\n```/.exec(page) ?? [];
    return command === undefined ? [] : [[id, command]];
  });
  it('is there for nearly all that the command line knows', () => {
    expect(shown.length).toBeGreaterThan(60);
  });
  it.each(shown)('says flags that the command line takes: %s', (id, command) => {
    const flags = [...command.matchAll(/^ {2}--([a-z-]+) /gm)].map(([, flag = '']) => flag);
    expect(flags.filter((flag) => !flagsOf(id).includes(flag))).toEqual([]);
  });
});
