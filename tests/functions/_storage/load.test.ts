import { describe, expect, it } from 'vitest';
import { isSignal } from '../../../functions/_kit/signals.ts';
import { metered, type TableClient } from '../../../functions/_storage/client.ts';
import { keys, tableDefinition } from '../../../functions/_storage/keys.ts';
import { itemAt, readItems } from '../../../functions/_storage/load.ts';

const key = keys.answer('shop-a', 'hash');
const item = { ...key, c: 200 };

/** A table that leaves everything unread for so many rounds. */
const aBusyTable = (rounds: number) => {
  const asked: object[] = [];
  const client = {
    send: async (command: { readonly input: { readonly RequestItems: object } }) => {
      asked.push(command.input.RequestItems);
      return asked.length <= rounds
        ? { UnprocessedKeys: command.input.RequestItems }
        : { Responses: { [tableDefinition.tableName]: [item] } };
    },
  } as unknown as TableClient;
  return { asked, read: () => readItems(metered(client, { read: 0, write: 0 }), [key]) };
};

describe('reading several items', () => {
  it('fetches again what a busy table left unread, up to five times in all', async () => {
    const { asked, read } = aBusyTable(4);
    expect(itemAt(await read(), key)).toEqual(item);
    expect(asked).toHaveLength(5);
  });

  it('says then that nobody can say yet, which the caller hears as 503', async () => {
    const thrown = await aBusyTable(5)
      .read()
      .catch((error: unknown) => error);
    expect(isSignal(thrown) && thrown.signal).toBe('unavailable');
  });
});
