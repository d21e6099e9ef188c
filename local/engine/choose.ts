import type { DynamoClient } from './client.ts';
import { connect } from './connect.ts';
import { createInProcessEngine } from './engine.ts';
import { ensureTable } from './ensure-table.ts';
import { type EngineProgram, enginePrograms } from './programs.ts';
import type { TableDefinition } from './table-definition.ts';

export type EngineKind = 'given' | EngineProgram['kind'] | 'in-process';

export type RunningEngine = {
  readonly kind: EngineKind;
  readonly client: DynamoClient;
  /** Whether the data outlives this process. */
  readonly persistent: boolean;
  readonly stop: () => Promise<void>;
};

export type EngineWish = {
  readonly definition: TableDefinition;
  /** Where the data is kept; left out, it is kept in memory. */
  readonly dataFolder?: string | undefined;
  /** Takes one sentence for the person who started the program. */
  readonly log: (sentence: string) => void;
  /** The address of a DynamoDB that the user brings; it goes before every engine of ours. */
  readonly endpoint?: string | undefined;
  /** The programs to choose from; left out, all that this house knows. */
  readonly programs?: readonly EngineProgram[];
};

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const useGiven = async (endpoint: string, definition: TableDefinition): Promise<RunningEngine> => {
  const client = connect(endpoint);
  try {
    await ensureTable(client, definition);
  } catch (cause) {
    client.destroy();
    throw new Error(
      `The DynamoDB at ${endpoint} cannot be used (${words(cause)}): start it, or unset BINDERY_DYNAMODB_ENDPOINT.`,
      { cause },
    );
  }
  return { kind: 'given', client, persistent: true, stop: async () => client.destroy() };
};

const runProgram = async (program: EngineProgram, wish: EngineWish): Promise<RunningEngine> => {
  const server = await program.start(wish.dataFolder);
  const client = connect(`http://127.0.0.1:${server.port}`);
  const stop = async () => {
    client.destroy();
    await server.stop();
  };
  try {
    await ensureTable(client, wish.definition);
  } catch (error) {
    await stop();
    throw error;
  }
  return { kind: program.kind, client, persistent: wish.dataFolder !== undefined, stop };
};

/** The program's engine; undefined when this machine cannot run it. Data that cannot be read is never passed over. */
const tryProgram = async (program: EngineProgram, wish: EngineWish): Promise<RunningEngine | undefined> => {
  if (!(await program.isAvailable())) {
    wish.log(`The ${program.title} is not available here.`);
    return undefined;
  }
  try {
    return await runProgram(program, wish);
  } catch (cause) {
    if (wish.dataFolder !== undefined)
      throw new Error(
        `The data folder ${wish.dataFolder} cannot be read (${words(cause)}): ` +
          'move it away or delete it, then start again.',
        { cause },
      );
    wish.log(`The ${program.title} did not start (${words(cause)}).`);
    return undefined;
  }
};

/**
 * Starts the first engine that this machine has, in the order of the design: the endpoint the user gave, the native
 * engine, Amazon's DynamoDB Local, and at last the one in this process, which forgets everything when it ends.
 * Throws one sentence with the way out when the data folder cannot be read or the given endpoint cannot be used.
 */
export const startEngine = async (wish: EngineWish): Promise<RunningEngine> => {
  const { definition, log, endpoint = process.env['BINDERY_DYNAMODB_ENDPOINT'], programs = enginePrograms } = wish;
  if (endpoint !== undefined && endpoint !== '') return useGiven(endpoint, definition);
  for (const program of programs) {
    const running = await tryProgram(program, wish);
    if (running !== undefined) return running;
  }
  log('Data is kept in this process only: it is lost when the program ends.');
  const { client } = createInProcessEngine(definition);
  return { kind: 'in-process', client, persistent: false, stop: async () => undefined };
};
