import type { HttpClient, Reply } from '../../local/load/http.ts';
import { inRounds, medianOf, timesIn } from '../measure/rounds.ts';
import { quantile } from '../measure/statistics.ts';
import type { Served } from './serve.ts';

/** How many requests are under way at once. */
export const connections = 8;

export type Contender = {
  readonly name: string;
  readonly served: Pick<Served, 'cpuUs'>;
  readonly send: (body: string) => Promise<Reply>;
};

/** Medians over the rounds; processor time is the server's, the rest is what the client saw. */
export type Measured = {
  readonly name: string;
  readonly cpuUs: number;
  /** The first contender's processor time, so many times, round by round. */
  readonly times: readonly number[];
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
};

export const ask = (client: HttpClient, url: string, token: string, body: string): Promise<Reply> =>
  client.send({
    url: `${url}/v1/quotes`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });

/** Every body once, so many at a time; a quote that is no quote ends the run, for it would be a fast one. */
const batch = async ({ served, send, name }: Contender, bodies: readonly string[]) => {
  const ms: number[] = [];
  let next = 0;
  const askOn = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const asked = performance.now();
      const { status } = await send(body);
      ms.push(performance.now() - asked);
      if (status !== 200) throw new Error(`${name} answered ${status} in the middle of the measurement.`);
    }
  };
  const before = await served.cpuUs();
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, askOn));
  const seconds = (performance.now() - started) / 1000;
  const cpuUs = ((await served.cpuUs()) - before) / bodies.length;
  return { cpuUs, perSecond: bodies.length / seconds, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) };
};

/** Every round asks each server the same bodies once. */
export const rounds = async (
  contenders: readonly Contender[],
  bodies: readonly string[],
  effort: { readonly rounds: number; readonly warm: number; readonly seed: number },
): Promise<readonly Measured[]> => {
  for (const contender of contenders)
    for (let asked = 0; asked < effort.warm; asked += bodies.length) await batch(contender, bodies);
  const all = await inRounds(contenders, effort, (contender) => batch(contender, bodies));
  const first = contenders[0]?.name ?? '';
  return contenders.map(({ name }) => {
    const middle = (of: 'cpuUs' | 'perSecond' | 'p50' | 'p99') => medianOf(all, name, (took) => took[of]);
    const cpu = ({ cpuUs }: { readonly cpuUs: number }): number => cpuUs;
    return {
      ...{ name, cpuUs: middle('cpuUs'), times: timesIn(all, [name, first], cpu) },
      ...{ perSecond: middle('perSecond'), p50: middle('p50'), p99: middle('p99') },
    };
  });
};
