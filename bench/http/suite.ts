import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import deviceProtection from '../../domain/products/catalogue/device-protection.json' with { type: 'json' };
import { httpClient } from '../../local/load/http.ts';
import { tokenSource } from '../../local/load/token.ts';
import { Credentials } from '../../local/seed/credentials.ts';
import { gate } from '../measure/gate.ts';
import { median, middleHalf } from '../measure/statistics.ts';
import { readable } from '../print.ts';
import { alikeIn } from '../quote/alike.ts';
import { baskets, gateRequests } from '../quote/requests.ts';
import { noiseNote, type Row, type Settings, type Suite, type Table } from '../suite.ts';
import { mixedLoad } from './mixed.ts';
import { ask, connections, type Measured, rounds } from './rounds.ts';
import { type Served, serve } from './serve.ts';

const efforts = {
  full: { gate: 1_000, rounds: 9, batch: 4_000, warm: 8_000 },
  quick: { gate: 60, rounds: 3, batch: 300, warm: 300 },
} as const;

/** The published limits, so many times: one credential asks for everything, and the machine is what is measured. */
const limitsLifted = '1000';

/** Whoever has no caller to prove looks at no token; each is sent the same request all the same. */
const ourselves = async (folder: string) => {
  const served = await serve('../../local/main.ts', { BINDERY_DATA: folder, BINDERY_LIMITS: limitsLifted });
  const credentials = Credentials.parse(JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')));
  return { served, tokens: tokenSource(httpClient(1), served.url, credentials.partner) };
};

const rowOf = ({ name, ...figures }: Measured): Row => ({
  what: name,
  figures: {
    'CPU µs/quote': figures.cpuUs,
    '× bare node': median(figures.times),
    'half of the rounds': middleHalf(figures.times, readable),
    'quotes/s (wall)': figures.perSecond,
    'p50 ms (wall)': figures.p50,
    'p99 ms (wall)': figures.p99,
  },
});

const quotes = async ({ effort, seed }: Settings): Promise<Table> => {
  const sizes = efforts[effort];
  const folder = await mkdtemp(join(tmpdir(), 'bindery-bench-'));
  const running: Served[] = [];
  const started = async (program: string): Promise<Served> => {
    const served = await serve(program);
    running.push(served);
    return served;
  };
  const client = httpClient(connections);
  try {
    const contenders = [
      { name: 'bare node:http', served: await started('./servers/bare.ts') },
      { name: 'bare node:http, again', served: await started('./servers/bare.ts') },
      { name: 'Fastify 5', served: await started('./servers/fastify.ts') },
      { name: 'Express 5', served: await started('./servers/express.ts') },
    ];
    const { served, tokens } = await ourselves(folder);
    running.push(served);
    const all = [...contenders, { name: 'npm start', served }].map((one) => ({
      ...one,
      send: async (body: string) => ask(client, one.served.url, await tokens.take(), body),
    }));
    const answering = all.map(({ name, send }) => ({
      name,
      answer: async (body: string) => {
        const { status, text } = await send(body);
        return alikeIn(status, text);
      },
    }));
    const drawn = { nowMs: Date.now(), device: deviceProtection };
    const texts = (requests: readonly object[]) => requests.map((one) => JSON.stringify(one));
    await gate(texts(gateRequests(sizes.gate, { ...drawn, seed })), answering);
    const bodies = texts(baskets(sizes.batch, { ...drawn, seed: seed + 1 }));
    const measured = await rounds(all, bodies, { ...sizes, seed });
    const [bare, again] = measured;
    const ours = measured.at(-1);
    if (bare === undefined || again === undefined || ours === undefined) throw new Error('Nobody was measured.');
    const noise = Math.abs(median(again.times) - 1);
    return {
      noise,
      title: 'POST /v1/quotes over HTTP: processor time of the server, per quote',
      rows: measured.map(rowOf),
      goals: [
        {
          what: 'quotes of npm start a second',
          ...{ is: ours.perSecond, goal: 300, better: 'more', unit: 'quotes/s' },
          headline: {
            question: '`npm start` over HTTP, quotes a second (wall), against bare Node without tokens, limits and log',
            ...{ ours: `${readable(ours.perSecond)}/s`, theirs: `${readable(bare.perSecond)}/s` },
          },
        },
        { what: 'p99 of npm start', is: ours.p99, goal: 100, better: 'less', unit: 'ms' },
      ],
      notes: [
        `${sizes.gate} random requests were answered alike by all before, a tenth of them faulty.`,
        `${connections} connections kept open; the asking program runs on the same cores, its time is not counted.`,
        'Only npm start proves a token, counts limits, writes a log line and answers problems; the others just quote.',
        `Medians of ${sizes.rounds} rounds; in each, every server answers the same ${bodies.length} quotes.`,
        `Our published limits are lifted ${limitsLifted} times, for one caller asks for everything.`,
        noiseNote(noise),
      ],
    };
  } finally {
    client.close();
    for (const served of running) await served.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

export const suite: Suite = {
  name: 'http',
  about: 'npm start serving quotes against bare Node, Fastify and Express, and a mixed load of commands',
  run: async (settings) => [await quotes(settings), await mixedLoad(settings)],
};
