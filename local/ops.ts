import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { loadCapabilities } from '../functions/_kit/load-capabilities.ts';
import { argumentsOf } from './arguments.ts';
import { cloudLetters, placeOf } from './dead-letters/cloud/open.ts';
import { plainly } from './dead-letters/cloud/plainly.ts';
import { deadLetterLevers, deadLetterPages, personHere } from './dead-letters/doors.ts';
import { cloudSource } from './ops/cloud-source.ts';
import { opsPages } from './ops/doors.ts';
import { serveDoors } from './ops/serve.ts';
import { endWith, plainError } from './plain-error.ts';
import { doorsOf, firstOf } from './server/doors.ts';

const help = `The page of operations over a stage in the cloud: alarms, metrics, dead letters.

  npm run ops -- --stage prod [--region <region>] [--archive <bucket>] [--port 8788]

It is served on this machine alone, and asks AWS with your own credentials: they need the policy
bindery-<stage>-operator. On a laptop the same page is at /ops of npm start.
`;

const options = {
  stage: { type: 'string' },
  region: { type: 'string' },
  archive: { type: 'string' },
  port: { type: 'string', default: '8788' },
  help: { type: 'boolean' },
} as const;

const portIn = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw plainError(`--port is "${text}": say a number from 0 to 65535.`);
};

const main = async (): Promise<void> => {
  const { stage, region, archive, port, help: asksHelp } = argumentsOf(options, help);
  if (asksHelp === true) return console.log(help);
  if (stage === undefined) throw plainError(help);
  const wish = { stage, region, archive };
  const letters = await cloudLetters(wish);
  const client = new CloudWatchClient(placeOf(wish));
  const found = { stage, region: await client.config.region(), client, letters };
  const source = plainly(cloudSource(found), stage);
  const operations = (await loadCapabilities()).flatMap((one) => Object.keys(one.endpoints));
  const doors = doorsOf({
    isReady: async () => true,
    shown: { '/ops/operations': async () => operations.map((operation) => ({ operation })) },
    pages: firstOf([deadLetterPages(source.deadLetters), opsPages(source)]),
    told: deadLetterLevers(source.deadLetters, personHere),
  });
  const server = await serveDoors(doors, portIn(port));
  console.log(`Operations of ${source.name}  ${server.url}/ops\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, server.close);
};

main().catch(endWith);
