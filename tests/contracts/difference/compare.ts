import { isDeepStrictEqual } from 'node:util';
import type { EngineKind } from '../../../local/engine/choose.ts';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { known } from './known.ts';
import { type Drawn, inTenant, type Request } from './request.ts';
import { type Told, told } from './told.ts';

export type Engine = { readonly kind: EngineKind; readonly client: DynamoClient };
export type Difference = {
  readonly request: Request;
  readonly ours: Told;
  readonly engine: EngineKind;
  readonly theirs: Told;
};

/** What a sequence remembers, for the steps that go back to it. */
type Memory = { transaction: Request | undefined; page: Request | undefined };

const nextPage = (request: Request, { LastEvaluatedKey }: Told): Request | undefined =>
  request.operation === 'query' && LastEvaluatedKey !== undefined
    ? { ...request, input: { ...request.input, ExclusiveStartKey: Object(LastEvaluatedKey) } }
    : undefined;

const requestOf = (drawn: Drawn, memory: Memory): Request | undefined => {
  if (drawn.operation === 'again') return memory.transaction;
  return drawn.operation === 'next' ? memory.page : drawn;
};

const remember = (memory: Memory, request: Request, ours: Told): void => {
  if (request.operation === 'transact') memory.transaction = request;
  if (request.operation === 'query') memory.page = nextPage(request, ours);
};

/**
 * Sends a sequence to our engine and to others beside it, step by step, and gives the first difference that nothing
 * known explains. `seen` counts those that are known.
 */
export const differenceIn = async (
  steps: readonly Drawn[],
  tenant: string,
  [own, ...others]: readonly [Engine, ...Engine[]],
  seen: Map<string, number>,
): Promise<Difference | undefined> => {
  const memory: Memory = { transaction: undefined, page: undefined };
  for (const drawn of steps) {
    const request = requestOf(drawn, memory);
    if (request === undefined) continue;
    const [ours = {}, ...answers] = await Promise.all(
      [own, ...others].map(({ client }) => told(client, inTenant(request, tenant))),
    );
    for (const [at, { kind }] of others.entries()) {
      const theirs = answers[at] ?? {};
      if (isDeepStrictEqual(ours, theirs)) continue;
      const explained = known.find((each) => each.engine === kind && each.explains(request, ours, theirs));
      if (explained === undefined) return { request, ours, engine: kind, theirs };
      seen.set(explained.what, (seen.get(explained.what) ?? 0) + 1);
    }
    remember(memory, request, ours);
  }
  return undefined;
};
