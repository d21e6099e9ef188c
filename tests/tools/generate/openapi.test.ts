import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { openApiOf } from '../../../tools/generate/openapi.ts';

type Response = { headers?: Record<string, object> };
type Operation = {
  operationId: string;
  security: object[];
  responses: Record<string, Response>;
  parameters?: { name: string; description?: string }[];
  'x-rate-limit': object[];
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

describe('openApiOf', async () => {
  const capabilities = await loadCapabilities();
  const { openapi, paths } = openApiOf(capabilities) as Document;
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const contracts = capabilities.flatMap(({ endpoints }) => Object.values(endpoints));

  it('documents every endpoint once, in OpenAPI 3.1', () => {
    expect(openapi).toMatch(/^3\.1\./);
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      contracts.map(({ id }) => id).toSorted(),
    );
  });

  it('asks for a token wherever the server does, of staff as of partners', () => {
    for (const { id, caller } of contracts) {
      const operation = operations.find(({ operationId }) => operationId === id);
      expect([id, operation?.security.length]).toEqual([id, caller === 'partner' || caller === 'staff' ? 1 : 0]);
    }
  });

  it('names the refusals of every operation', () => {
    for (const { responses, operationId } of operations) {
      expect([operationId, Object.keys(responses).some((status) => status.startsWith('4'))]).toEqual([
        operationId,
        true,
      ]);
    }
  });

  it('names of every operation that it refuses what it does not know', () => {
    for (const { responses, operationId } of operations)
      expect([operationId, JSON.stringify(responses['422'] ?? '')]).toEqual([
        operationId,
        expect.stringContaining('invalid-request'),
      ]);
  });

  it('says on every key whose it is, and that nobody else of the tenant can use it for another request', () => {
    const keys = operations.flatMap(({ operationId, parameters = [] }) =>
      parameters.flatMap(({ name, description = '' }) =>
        name === 'Idempotency-Key' && operationId !== 'createSandbox' ? [description] : [],
      ),
    );
    expect(keys.length).toBeGreaterThan(10);
    for (const description of keys)
      expect(description).toContain('the same operation, by anybody of the tenant (staff: by the same person)');
  });

  it('publishes the limits of every operation, and the headers that say what is left', () => {
    for (const { operationId, responses, ...operation } of operations) {
      const limits = operation['x-rate-limit'];
      const named = ['credential', 'tenant', 'address'].filter((by) => JSON.stringify(limits).includes(`"${by}"`));
      expect([operationId, named.length]).toEqual([operationId, limits.length]);
      expect(Object.keys(responses['429']?.headers ?? {})).toEqual(
        expect.arrayContaining(['RateLimit-Policy', 'RateLimit', 'Retry-After']),
      );
      const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
      expect(Object.keys(success?.headers ?? {})).toEqual(expect.arrayContaining(['RateLimit-Policy', 'RateLimit']));
    }
  });
});
