import type { DynamoClient } from '../../../local/engine/client.ts';
import { put } from './requests.ts';

/** Sort keys in the order of their UTF-8 bytes, in which the last two stand the other way round than in UTF-16. */
export const sortKeys = ['a#1', 'a#2', 'a#3', 'b#1', 'é', '\uffee', '😀'];

/** A partition with these sort keys, written last first; every second item stands in the index, one only half. */
export const fillPartition = async (client: DynamoClient): Promise<void> => {
  for (const [n, sk] of [...sortKeys].reverse().entries())
    await client.send(put({ pk: 'q', sk, n, ...(n % 2 === 0 && { kind: 'even', made: `m${n}` }) }));
  await client.send(put({ pk: 'q', sk: 'b#1', n: 3, kind: 'half' }));
};
