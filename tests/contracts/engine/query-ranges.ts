import { beforeAll, describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { fillPartition, sortKeys } from './partition.ts';
import { type Extra, query } from './requests.ts';

export const rangeContract = (client: DynamoClient) => {
  describe('ranges of a query', () => {
    beforeAll(() => fillPartition(client));
    const ask = async (clause: string, bounds: Extra = {}, extra: Extra = {}) => {
      const { Items } = await client.send(
        query({
          KeyConditionExpression: `pk = :p${clause}`,
          ExpressionAttributeValues: { ':p': 'q', ...bounds },
          ...extra,
        }),
      );
      return Items?.map((item) => item['sk']);
    };
    it('orders sort keys by their UTF-8 bytes, either way', async () => {
      expect(await ask('')).toEqual(sortKeys);
      expect(await ask('', {}, { ScanIndexForward: false })).toEqual([...sortKeys].reverse());
    });
    it.each([
      [' AND sk = :a', { ':a': 'a#2' }, ['a#2']],
      [' AND sk < :a', { ':a': 'a#2' }, ['a#1']],
      [' AND sk <= :a', { ':a': 'a#2' }, ['a#1', 'a#2']],
      [' AND sk > :a', { ':a': 'b#1' }, ['é', '\uffee', '😀']],
      [' AND sk >= :a', { ':a': '\uffee' }, ['\uffee', '😀']],
      [' AND begins_with(sk, :a)', { ':a': 'a#' }, ['a#1', 'a#2', 'a#3']],
      [' AND sk BETWEEN :a AND :b', { ':a': 'a#2', ':b': 'b#1' }, ['a#2', 'a#3', 'b#1']],
      [' AND :a < sk', { ':a': 'b#1' }, ['é', '\uffee', '😀']],
    ])('finds the range: pk = :p%s', async (clause, bounds, expected) => {
      expect(await ask(clause, bounds)).toEqual(expected);
    });
  });
};
