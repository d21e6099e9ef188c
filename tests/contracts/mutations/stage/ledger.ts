import { DeleteCommand, PutCommand } from '../../../../functions/_storage/commands.ts';
import { tableDefinition } from '../../../../functions/_storage/keys.ts';
import type { InProcessEngine } from '../../../../local/engine/engine.ts';
import type { Change } from '../../../../local/engine/table.ts';
import type { memoryInbox } from '../../../support/inboxes.ts';

const { tableName: TableName } = tableDefinition;
type Files = ReturnType<typeof memoryInbox>['files'];

/**
 * Writes down what one request changes, and takes it back: so every request meets the same book, and each can be asked
 * again alone.
 */
export const ledgerOf = (engine: InProcessEngine, files: Files) => {
  let changes: Change[] = [];
  let undoing = false;
  let kept = new Map(files);
  engine.onCommit((made) => {
    if (!undoing) changes.push(...made);
  });
  const put = async ({ key, before }: Change): Promise<void> => {
    if (before === undefined) await engine.client.send(new DeleteCommand({ TableName, Key: { ...key } }));
    else await engine.client.send(new PutCommand({ TableName, Item: { ...before } }));
  };
  const filed = (): readonly string[] =>
    [...files].filter(([name, file]) => kept.get(name) !== file).map(([name]) => name);
  return {
    changes: (): readonly Change[] => changes,
    /** Names of files that were written into the inbox. */
    filed,
    undo: async (): Promise<void> => {
      undoing = true;
      for (const change of changes.toReversed()) await put(change);
      undoing = false;
      changes = [];
      if (filed().length === 0) return;
      files.clear();
      for (const [name, file] of kept) files.set(name, file);
    },
    /** What stands now is what every request is to meet. */
    begin: (): void => {
      changes = [];
      kept = new Map(files);
    },
  };
};
