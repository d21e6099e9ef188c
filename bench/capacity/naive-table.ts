import { catalogue } from '../../domain/products/catalogue.ts';
import type { AnyCommand, TableClient } from '../../functions/_storage/client.ts';
import type { Item } from '../../functions/_storage/codec.ts';
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '../../functions/_storage/commands.ts';
import { type Key, tableDefinition } from '../../functions/_storage/keys.ts';
import { itemsPutBy } from '../../local/bus/tap.ts';
import { type Fixed, naiveItems } from '../../local/server/naive-shape.ts';
import { heard } from './spent.ts';

const { tableName: TableName } = tableDefinition;
type Hear = (command: AnyCommand, output: unknown) => void;

/** A whole state carries what its first record fixes, so nobody reads that record for it. */
export const naiveKeys = (keys: readonly Key[]): readonly Key[] => {
  const states = new Set(keys.filter(({ sk }) => sk === 'STATE').map(({ pk }) => pk));
  return keys.filter(({ pk, sk }) => !(sk === 'OP#0000000001' && states.has(pk)));
};

const isNoPut = ({ Put }: { readonly Put?: object | undefined }): boolean => Put === undefined;

/** What a write of ours would be in the naive shape; the conditions that it met are left out, for they cost nothing. */
const naiveWrite = (command: TransactWriteCommand, fixed: Fixed): AnyCommand => {
  const puts = naiveItems(itemsPutBy(command), fixed).map((Item) => ({ Put: { TableName, Item } }));
  const others = (command.input.TransactItems ?? []).filter(isNoPut);
  return new TransactWriteCommand({ TransactItems: [...puts, ...others] });
};

const naiveReads = (command: BatchGetCommand): readonly AnyCommand[] => {
  const Keys = (command.input.RequestItems?.[TableName]?.Keys ?? []) as unknown as readonly Key[];
  return naiveKeys(Keys).map((Key) => new GetCommand({ TableName, Key, ConsistentRead: true }));
};

const product = (productId: string): Key => ({ pk: 'PRODUCTS', sk: productId });
const quote = (token: string): Key => ({ pk: `QUOTE#${token.slice(-43)}`, sk: 'QUOTE' });

/**
 * The same business as whole items: it follows each command that our table has answered, on a table of its own. Every
 * item is read by itself, the idempotency key first; a quote is kept, and read again by whoever makes something of it.
 */
export const naiveTable = (client: TableClient, hear: Hear) => {
  const fixed: Fixed = new Map();
  const table = heard(client, hear);

  const follow = async (command: AnyCommand): Promise<void> => {
    if (command instanceof BatchGetCommand) {
      for (const read of naiveReads(command)) await table.send(read);
    } else if (command instanceof TransactWriteCommand) {
      await table.send(naiveWrite(command, fixed));
    } else if (command instanceof PutCommand) {
      const [Item] = naiveItems([command.input.Item as Item], fixed);
      await table.send(new PutCommand({ TableName, Item }));
    } else await table.send(command);
  };

  const readProduct = (productId: string) => table.send(new GetCommand({ TableName, Key: product(productId) }));
  return {
    follow,
    /** Products are data, so the naive shape keeps them where its data are. */
    stock: async (): Promise<void> => {
      for (const document of catalogue)
        await client.send(new PutCommand({ TableName, Item: { ...product(document.productId), document } }));
    },
    readProduct,
    readProducts: () =>
      table.send(
        new QueryCommand({
          ...{ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'PRODUCTS' } },
        }),
      ),
    /** A quote is no smaller than the token that carries it in ours. */
    keepQuote: (token: string) => table.send(new PutCommand({ TableName, Item: { ...quote(token), token } })),
    /** A quote that a preparation has made, so that it is there and nobody pays for it now. */
    layQuote: (token: string) => client.send(new PutCommand({ TableName, Item: { ...quote(token), token } })),
    readQuote: (token: string) => table.send(new GetCommand({ TableName, Key: quote(token), ConsistentRead: true })),
  };
};
export type NaiveTable = ReturnType<typeof naiveTable>;
