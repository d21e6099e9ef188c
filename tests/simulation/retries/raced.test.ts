import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { tableStore } from '../../../functions/_storage/table.ts';
import { plain } from '../crypto.ts';
import { bytesOf, codeOf, commands, isReplay, prepared, trialOf } from './trial.ts';

const conflict = Object.assign(new Error('Transaction cancelled'), {
  name: 'TransactionCanceledException',
  CancellationReasons: [{ Code: 'TransactionConflict' }],
});

/** A table on which somebody else always wins, and how often it was tried. */
const contended = (client: TableClient) => {
  const seen = { writes: 0 };
  const send: TableClient['send'] = (command) => {
    if (!command.constructor.name.startsWith('TransactWrite')) return client.send(command);
    seen.writes += 1;
    return Promise.reject(conflict);
  };
  return { seen, client: { send } };
};

/** They change nothing but note in a log of its own that something is sent: there is nobody to lose against. */
const notes = new Set(['resendDelivery', 'pingWebhookEndpoint', 'fireEvent']);

describe('a command against which others keep winning', () => {
  it.each(commands.filter((id) => !notes.has(id)))(
    'writes nothing, uses no key, and works once they have done: %s',
    async (id) => {
      const { stage, ask, contract, send, table } = await prepared(id);
      const { seen, client } = contended(stage.simulation.engine.client as TableClient);
      const raced = trialOf(stage, id, ask, { store: tableStore(client, plain) });
      const before = table.all();
      const refused = await raced.send();
      expect([refused.statusCode, codeOf(refused), refused.headers['retry-after']]).toEqual([
        409,
        'changed-meanwhile',
        '1',
      ]);
      expect([seen.writes, table.all()]).toEqual([5, before]);
      const done = await send();
      expect([done.statusCode, isReplay(done)], done.body).toEqual([contract.success, false]);
      expect(bytesOf(await send())).toEqual(bytesOf(done));
    },
  );
});
