import { join } from 'node:path';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import type { OperationRecord } from '../../functions/_kit/record.ts';
import { bundlesOf } from '../../infra/bundles.ts';
import { groupsOf } from '../../infra/groups.ts';
import { conventionalNames, emptyName, quoteNames, type Right } from './answers.ts';
import { type Bundled, conventionally, withoutReadingMatter } from './bundling.ts';
import { httpEvent } from './events.ts';
import { type First, firsts, quoting } from './firsts.ts';
import type { Startable } from './start.ts';
import type { Surroundings } from './surroundings.ts';
import { type Told, told } from './told.ts';

/** Something that is started cold. A headline one is started in every round. */
export type Contender = Startable & {
  readonly name: string;
  readonly bytes: number;
  readonly headline: boolean;
  readonly right: Right;
};

const headlines: ReadonlySet<string> = new Set(['create-quote', 'policies-partner', 'claims-partner']);

type Begun = Pick<Contender, 'right'> & Required<Pick<Startable, 'event'>>;

const asked = ({ claims, status = 200, ...asking }: First, { token }: Surroundings): Begun => ({
  event: async () => httpEvent({ ...asking, ...(claims !== undefined && { token: await token(claims) }) }),
  right: { status },
});

const isTold = ({ event, answer }: Told): Begun => ({ event: async () => event, right: { whole: answer } });

/** All functions that are deployed, and what they are compared with. The empty function comes first. */
export const contenders = async (around: Surroundings, record: OperationRecord): Promise<readonly Contender[]> => {
  const { environment } = around;
  const groups = groupsOf(await loadCapabilities());
  const [requests, tales] = [firsts(record.id), told(record, groups)];
  const begun = (name: string): Begun => {
    const [request, tale] = [requests[name], tales[name]];
    if (request !== undefined) return asked(request, around);
    if (tale === undefined) throw new Error(`Nobody knows what ${name} does first: see firsts.ts and told.ts.`);
    return isTold(tale);
  };
  const ours = [...(await bundlesOf(groups))].map(
    ([name, { folder, bytes }]): Contender => ({
      ...{ name, bytes, bundle: join(folder, 'index.mjs'), environment, headline: headlines.has(name) },
      ...begun(name),
    }),
  );
  const other = ({ bundle, bytes }: Bundled, name: string, first = quoting): Contender => ({
    ...{ name, bytes, bundle, environment, headline: true },
    ...asked(first, around),
  });
  return [
    other(await conventionally('empty.ts'), emptyName, { method: 'GET', route: '/' }),
    ...ours,
    ...ours.filter(({ name }) => name === quoteNames.ours).map((one) => ({ ...one, name: quoteNames.again })),
    other(await conventionally('conventional/whole.ts', { plugins: withoutReadingMatter }), conventionalNames.whole),
    other(await conventionally('conventional/lean.ts', { plugins: withoutReadingMatter }), conventionalNames.lean),
  ];
};
