import { describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { failing, holding, malformed, subject, values } from './condition-cases.ts';
import { absent, type Extra, put } from './requests.ts';

const placeholdersOf = (expression: string): Extra => {
  const used = Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(expression));
  return used.length === 0 ? {} : { ExpressionAttributeValues: Object.fromEntries(used) };
};

export const conditionContract = (client: DynamoClient) => {
  describe('conditions', () => {
    const tryOn = async (ConditionExpression: string) => {
      await client.send(put({ pk: 'cond', sk: '1', ...subject }));
      const extra = { ConditionExpression, ...placeholdersOf(ConditionExpression) };
      return client.send(put({ pk: 'cond', sk: '1', ...subject }, extra));
    };
    it.each(holding)('holds: %s', async (expression) => {
      await expect(tryOn(expression)).resolves.toBeDefined();
    });
    it.each(failing)('fails: %s', async (expression) => {
      await expect(tryOn(expression)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    });
    it.each(malformed)('refuses as malformed: %s', async (expression) => {
      await expect(tryOn(expression)).rejects.toMatchObject({ name: 'ValidationException' });
    });
    it('resolves aliases and refuses those that are unused', async () => {
      const aliased = (names: Record<string, string>) =>
        client.send(
          put(
            { pk: 'cond', sk: '1' },
            { ConditionExpression: 'attribute_not_exists(#s)', ExpressionAttributeNames: names },
          ),
        );
      await expect(aliased({ '#s': 'status' })).resolves.toBeDefined();
      await expect(aliased({ '#s': 'status', '#x': 'n' })).rejects.toMatchObject({ name: 'ValidationException' });
      await expect(aliased({})).rejects.toMatchObject({ name: 'ValidationException' });
    });
    it('refuses values that no expression uses', async () => {
      const extra = { ...absent, ExpressionAttributeValues: { ':x': 1 } };
      await expect(client.send(put({ pk: 'cond', sk: 'u' }, extra))).rejects.toMatchObject({
        name: 'ValidationException',
      });
      await expect(
        client.send(put({ pk: 'cond', sk: 'u' }, { ExpressionAttributeValues: { ':x': 1 } })),
      ).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });
};
