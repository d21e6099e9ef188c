import { firstCurl } from './first-curl.ts';
import { endWith } from './plain-error.ts';
import { personNames } from './seed/credentials.ts';
import { wishes } from './settings.ts';
import { type Bindery, startBindery } from './start.ts';

const what: Readonly<Record<Bindery['engine'], string>> = {
  given: 'the DynamoDB that BINDERY_DYNAMODB_ENDPOINT names',
  native: 'the native engine',
  'dynamodb-local': "Amazon's DynamoDB Local",
  'in-process': 'the engine inside this process; data are lost when it ends',
};

type Greeting = { readonly bindery: Bindery; readonly dataFolder: string; readonly ms: number };

const greet = ({ bindery, dataFolder, ms }: Greeting): void => {
  const { url, providerUrl, credentials, engine } = bindery;
  const lines = [
    '',
    `Bindery serves at  ${url}   (started in ${Math.round(ms)} ms)`,
    `Reference          ${url}/docs`,
    `Quickstart         ${url}/docs/quickstart   (from a sandbox to a paid claim, in ten minutes)`,
    `Sandbox            ${url}/docs/guides/sandbox   (how to pay, be paid and move time)`,
    `Operations         ${url}/ops   (alarms, metrics, dead letters, alerts)`,
    `Payment provider   ${providerUrl}   (simulated; speaks Stripe)`,
    `Data               ${dataFolder}   (${what[engine]})`,
    '',
    'Sandbox credentials (client id, secret):',
    ...personNames.map((name) => `  ${name.padEnd(9)} ${credentials[name].clientId}  ${credentials[name].secret}`),
    '',
    'Paste this into another terminal for a first quote:',
    '',
    firstCurl(url, credentials.partner),
    '',
    'Ctrl-C stops everything.',
  ];
  console.log(lines.join('\n'));
};

const main = async (): Promise<void> => {
  const started = performance.now();
  const wished = wishes();
  const bindery = await startBindery({ ...wished, say: (sentence) => console.log(sentence) });
  greet({ bindery, dataFolder: wished.dataFolder, ms: performance.now() - started });
  let ending = false;
  const end = (): void => {
    // An impatient second Ctrl-C is no new wish.
    if (ending) return;
    ending = true;
    bindery.stop().then(() => process.exit(0), endWith);
  };
  process.on('SIGINT', end);
  // A terminal window that is closed; the engine is a program of its own and would live on.
  process.on('SIGHUP', end);
  process.on('SIGTERM', end);
};

main().catch(endWith);
