import type { TableClient } from '../../functions/_storage/client.ts';
import type { TableGrant } from '../../infra/grants.ts';

type Key = { readonly pk: string };
type Touch = { readonly action: string; readonly on: string; readonly pk: string };
type Input = {
  readonly RequestItems?: Record<string, { readonly Keys: readonly Key[] }>;
  readonly TransactItems?: readonly Record<string, { readonly Key?: Key; readonly Item?: Key }>[];
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Record<string, string>;
  readonly Key?: Key;
  readonly Item?: Key;
};

const transactActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Update: 'UpdateItem',
};

/** What a command touches, as IAM sees it: each action on each partition key. */
const touchesOf = (name: string, input: Input): readonly Touch[] => {
  const on = input.IndexName ?? 'table';
  switch (name) {
    case 'BatchGetCommand':
      return Object.values(input.RequestItems ?? {}).flatMap(({ Keys }) =>
        Keys.map(({ pk }) => ({ action: 'BatchGetItem', on, pk })),
      );
    case 'TransactWriteCommand':
      return (input.TransactItems ?? []).flatMap((item) =>
        Object.entries(item).map(([kind, { Key, Item }]) => ({
          action: transactActions[kind] ?? kind,
          on,
          pk: (Key ?? Item)?.pk ?? '',
        })),
      );
    case 'QueryCommand':
      return [{ action: 'Query', on, pk: input.ExpressionAttributeValues?.[':pk'] ?? '' }];
    default:
      return [{ action: name.replace(/Command$/, 'Item'), on, pk: (input.Key ?? input.Item)?.pk ?? '' }];
  }
};

/** `StringLike`: an asterisk stands for any characters. */
const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text);

const isGranted = (grants: readonly TableGrant[], touch: Touch): boolean =>
  grants.some(
    ({ on, actions, keys }) =>
      on === touch.on && actions.includes(`dynamodb:${touch.action}`) && keys.some((key) => like(key, touch.pk)),
  );

/** A table that refuses what the derived policy does not allow, as IAM would. */
export const lawful = (client: TableClient, grants: () => readonly TableGrant[]): TableClient => ({
  send: async (command) => {
    const { input } = command as { readonly input: Input };
    const refused = touchesOf(command.constructor.name, input).find((touch) => !isGranted(grants(), touch));
    if (refused !== undefined)
      throw Object.assign(new Error(`No policy allows ${JSON.stringify(refused)}.`), { name: 'AccessDeniedException' });
    return client.send(command);
  },
});
