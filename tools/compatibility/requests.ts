import { type Breaking, breaking, mayGo, ways } from './breaking.ts';
import { below, type Parameter, resolved } from './document.ts';
import type { Entry } from './entries.ts';
import { type Comparing, differences } from './schemas.ts';

type Both = Comparing & { readonly before: Entry; readonly after: Entry };

/** A parameter by what a client has to know of it: path parameters by their place, headers whatever their case. */
const keyOf = ({ pathNames }: Entry, { in: where, name }: Parameter): string => {
  if (where === 'path') return `path ${pathNames.indexOf(name)}`;
  return `${where} ${where === 'header' ? name.toLowerCase() : name}`;
};

const byKey = (entry: Entry) =>
  new Map(
    (entry.value.parameters ?? []).map((value, index) => [
      keyOf(entry, value),
      { value, at: below(entry.at, 'parameters', index), document: entry.document },
    ]),
  );

/** Whatever was sent beside the body is still understood, and nothing more is asked for. */
export const parameters = ({ before, after, today, known }: Both): readonly Breaking[] => {
  const [old, now] = [byKey(before), byKey(after)];
  const fresh = [...now].flatMap(([key, { value, at }]) =>
    value.required === true && old.get(key)?.value.required !== true
      ? [breaking(at, `The ${value.in} parameter \`${value.name}\` must be sent now.`, ways.request)]
      : [],
  );
  const kept = [...old].flatMap(([key, from]) => {
    const { in: where, name, schema = {} } = from.value;
    const to = now.get(key);
    if (to !== undefined)
      return differences(
        {
          from: { ...from, value: schema, at: below(from.at, 'schema') },
          to: { ...to, value: to.value.schema ?? {}, at: below(to.at, 'schema') },
        },
        { direction: 'request', today, known },
      );
    const announced = {
      ...resolved({ ...from, value: schema }).value,
      ...(from.value.deprecated === true && { deprecated: true }),
    };
    return mayGo(announced, today)
      ? []
      : [breaking(from.at, `The ${where} parameter \`${name}\` is no longer known.`, ways.removal)];
  });
  return [...fresh, ...kept];
};

/** Whatever was sent as a body is still taken. */
export const bodies = ({ before, after, today, known }: Both): readonly Breaking[] => {
  const [old, now] = [before.value.requestBody, after.value.requestBody];
  const at = below(after.at, 'requestBody');
  if (old === undefined) return now?.required === true ? [breaking(at, 'A body must be sent now.', ways.request)] : [];
  if (now === undefined) return [breaking(below(before.at, 'requestBody'), 'A body is no longer taken.', ways.request)];
  const must = now.required === true && old.required !== true;
  return [
    ...(must ? [breaking(at, 'A body must be sent now.', ways.request)] : []),
    ...Object.entries(old.content).flatMap(([type, { schema = {} }]) => {
      const media = now.content[type];
      const place = ['content', type, 'schema'] as const;
      if (media === undefined)
        return [
          breaking(below(before.at, 'requestBody', 'content', type), `\`${type}\` is refused now.`, ways.request),
        ];
      return differences(
        {
          from: { value: schema, at: below(before.at, 'requestBody', ...place), document: before.document },
          to: { value: media.schema ?? {}, at: below(at, ...place), document: after.document },
        },
        { direction: 'request', today, known },
      );
    }),
  ];
};
