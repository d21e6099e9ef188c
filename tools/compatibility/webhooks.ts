import { type Breaking, breaking, ways } from './breaking.ts';
import { below, type OpenApi, type Place, type Schema } from './document.ts';
import { type Comparing, differences } from './schemas.ts';

/** The forms that the body of one event has, whole and thin; a receiver asked for one, so each is held to itself. */
const formsOf = (document: OpenApi, type: string): readonly Place<Schema>[] => {
  const { content = {} } = document.webhooks?.[type]?.post.requestBody ?? {};
  const forms = content['application/json']?.schema?.['oneOf'] ?? [];
  const at = below('/webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema', 'oneOf');
  return (forms as readonly Schema[]).map((value, index) => ({ value, at: below(at, index), document }));
};

const isGone = (type: string): Breaking =>
  breaking(below('/webhooks', type), `The event \`${type}\` is no longer told.`, ways.removal);

/** What a receiver of webhooks would stumble over: to it an event is what an answer is to a caller. */
export const webhooks = (baseline: OpenApi, document: OpenApi, comparing: Comparing): readonly Breaking[] =>
  Object.keys(baseline.webhooks ?? {}).flatMap((type) => {
    const now = formsOf(document, type);
    return formsOf(baseline, type).flatMap((to, at) => {
      const from = now[at];
      if (from === undefined) return [isGone(type)];
      return differences({ from, to }, { ...comparing, direction: 'response' }).map((one) => ({
        ...one,
        says: `${type}: ${one.says}`,
      }));
    });
  });
