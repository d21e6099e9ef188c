import { fileURLToPath } from 'node:url';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import { isOurs, wantsJson } from '../server/asker.ts';
import type { DoorRequest, DoorResponse, DoorSetup } from '../server/doors.ts';
import { json } from '../server/json.ts';
import { fileIn } from '../server/static-files.ts';
import { chartsOf } from './charts.ts';
import type { OpsSource } from './source.ts';

const page = fileURLToPath(new URL('page', import.meta.url));
const charting = fileURLToPath(new URL('../../node_modules/uplot/dist', import.meta.url));

/** The page and what it loads come from this machine; it may load, run and be framed by nothing else. */
const headers = {
  'cache-control': 'no-cache',
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
};

const pageFile = async (folder: string, name: string): Promise<DoorResponse | undefined> => {
  const file = await fileIn(folder, name);
  return file && { ...file, headers: { ...file.headers, ...headers } };
};

const hoursMax = 24;
const wrong = (error: string): HttpResponse => json(400, { error });

/** A chart by its id, with what was measured of each of its lines. */
const chart = async ({ stage, series }: OpsSource, asked: URLSearchParams): Promise<HttpResponse> => {
  const hours = Number(asked.get('hours') ?? 1);
  if (!Number.isInteger(hours) || hours < 1 || hours > hoursMax)
    return wrong(`Say hours as a whole number from 1 to ${hoursMax}.`);
  const known = chartsOf(stage, asked.get('operation') ?? '').find(({ id }) => id === asked.get('chart'));
  if (known === undefined) return wrong('Say which chart: /ops/charts names them.');
  const told = await Promise.all(
    known.lines.map(async ({ label, query }) => {
      const { lines, ...time } = await series(query, hours);
      return { label, time, lines };
    }),
  );
  const named = told.flatMap(({ label, lines }) =>
    lines.map((line) => ({ ...line, label: nameOf(label, line.label, lines.length) })),
  );
  return json(200, { ...told[0]?.time, lines: named });
};

/** A line of one query is called as the chart says; one of several also by what tells it from the others. */
const nameOf = (label: string | undefined, own: string, of: number): string => {
  if (label === undefined) return own;
  return of === 1 && !/^[A-Z]{3}$/.test(own) ? label : `${label} ${own}`;
};

const answers: Readonly<Record<string, (source: OpsSource, asked: URLSearchParams) => Promise<HttpResponse>>> = {
  '/ops/alarms': async ({ name, alarms, changes }) =>
    json(200, { source: name, alarms: await alarms(), changes: await changes() }),
  '/ops/charts': async ({ stage }) =>
    json(
      200,
      chartsOf(stage).map(({ id, title, unit, about }) => ({ id, title, unit, about })),
    ),
  '/ops/series': chart,
  '/ops/alerts': async ({ alerts }) => json(200, (await alerts()) ?? null),
};

const summary = async (source: OpsSource): Promise<HttpResponse> => {
  const alarms = await source.alarms();
  const ringing = alarms.filter(({ state }) => state === 'ALARM');
  const [letters, alerts] = await Promise.all([source.deadLetters.list(), source.alerts()]);
  return json(200, {
    ...{
      source: source.name,
      alarms: alarms.length,
      ringing,
      deadLetters: letters.length,
      alerts: alerts?.length ?? null,
    },
  });
};

const served = async (source: OpsSource, request: DoorRequest): Promise<DoorResponse | undefined> => {
  const { path, search = '' } = request;
  const answer = answers[path];
  if (answer !== undefined) return answer(source, new URLSearchParams(search));
  if (path === '/ops' || path === '/ops/') return wantsJson(request) ? summary(source) : pageFile(page, 'index.html');
  const [, folder, name = ''] = /^\/ops\/(page|uplot)\/([\w.-]+)$/.exec(path) ?? [];
  if (folder === undefined) return undefined;
  return pageFile(folder === 'page' ? page : charting, name);
};

/** `/ops` is the page of operations, and what it shows as JSON; all of it is shown under localhost only. */
export const opsPages =
  (source: OpsSource): DoorSetup['pages'] =>
  async (request) => {
    const response = /^\/ops(\/|$)/.test(request.path) ? await served(source, request) : undefined;
    if (response === undefined || isOurs(request)) return response;
    return json(403, { error: 'Operations are shown under localhost only.' });
  };
