import { announcements } from './announcements.ts';
import { type Breaking, breaking, mayGo, ways } from './breaking.ts';
import { below, type OpenApi } from './document.ts';
import { type Entry, entriesOf } from './entries.ts';
import { bodies, parameters } from './requests.ts';
import { answers, refusals } from './responses.ts';
import type { Comparing } from './schemas.ts';
import { webhooks } from './webhooks.ts';

const names = ({ before, after }: Both): readonly Breaking[] =>
  before.value.operationId === after.value.operationId
    ? []
    : [
        breaking(
          below(after.at, 'operationId'),
          `The operation is no longer called \`${before.value.operationId}\`.`,
          'keep its name: clients that are made from this document call it so',
        ),
      ];

type Alternative = Readonly<Record<string, readonly string[]>>;

/** A token that opened an operation opens it still. */
const opens = (held: Alternative, asked: Alternative): boolean =>
  Object.entries(asked).every(
    ([scheme, scopes]) => scopes.every((scope) => held[scheme]?.includes(scope)) && scheme in held,
  );

const scopes = ({ before, after }: Both): readonly Breaking[] => {
  const asked = after.value.security ?? [];
  const held = before.value.security ?? [];
  const alternatives = held.length === 0 ? [{}] : held;
  if (asked.length === 0 || alternatives.every((one) => asked.some((other) => opens(one, other)))) return [];
  const wants = asked.map((one) => Object.values(one).flat().join(' ') || 'a token').join(' or ');
  return [breaking(below(after.at, 'security'), `It asks for \`${wants}\` now.`, 'open it to the old scope too')];
};

const roles = ({ before, after }: Both): readonly Breaking[] => {
  const now = after.value['x-roles'];
  const lost = (before.value['x-roles'] ?? []).filter((role) => now !== undefined && !now.includes(role));
  const shut = before.value['x-roles'] === undefined && now !== undefined ? ['any'] : lost;
  return shut.map((role) =>
    breaking(below(after.at, 'x-roles'), `The role \`${role}\` no longer opens it.`, 'open it to the old role too'),
  );
};

type Both = Comparing & { readonly before: Entry; readonly after: Entry };
const questions = [names, scopes, roles, parameters, bodies, answers, refusals] as const;

const schemes = (before: OpenApi, after: OpenApi): readonly Breaking[] =>
  Object.entries(before.components?.securitySchemes ?? {}).flatMap(([name, scheme]) => {
    const now = after.components?.securitySchemes?.[name];
    const isSame = now !== undefined && ['type', 'scheme', 'in', 'name'].every((key) => now[key] === scheme[key]);
    const at = below('/components/securitySchemes', name);
    return isSame ? [] : [breaking(at, `Callers can no longer show who they are by \`${name}\`.`, ways.request)];
  });

const gone = (entry: Entry, today: string): readonly Breaking[] =>
  mayGo(entry.value, today)
    ? []
    : [breaking(entry.at, `${entry.name} is gone.`, `${ways.removal} (\`deprecated\` of its endpoint)`)];

const once = (all: readonly Breaking[]): readonly Breaking[] => [
  ...new Map(all.map((one) => [`${one.pointer} ${one.says}`, one])).values(),
];

/**
 * Names everything that a client written against the baseline would stumble over in the new document; today decides
 * which announced sunsets have passed (`YYYY-MM-DD`). A change of a shared schema is told once for each place it has.
 */
export const compare = (baseline: OpenApi, document: OpenApi, today: string): readonly Breaking[] => {
  const entries = entriesOf(document);
  const known: Comparing['known'] = new Map();
  const found = [...entriesOf(baseline)].flatMap(([key, before]) => {
    const after = entries.get(key);
    if (after === undefined) return gone(before, today);
    return questions
      .flatMap((question) => question({ before, after, today, known }))
      .map((one) => ({ ...one, says: `${after.name}: ${one.says}` }));
  });
  const told = webhooks(baseline, document, { today, known });
  return once([...schemes(baseline, document), ...announcements(baseline, document, today), ...found, ...told]);
};
