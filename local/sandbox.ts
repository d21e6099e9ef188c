import { randomUUID } from 'node:crypto';
import { argumentsOf } from './arguments.ts';
import { firstCurl } from './first-curl.ts';
import { newSandbox } from './new-sandbox.ts';
import { endWith } from './plain-error.ts';
import { localUrl } from './settings.ts';

const help = `Makes a sandbox of your own on a platform that runs: a tenant, a client id and a secret.

  npm run sandbox                         on this machine, where npm start serves
  npm run sandbox -- --name "My shop"     under a name of yours
  npm run sandbox -- --url https://…      on another machine
  npm run sandbox -- --key <uuid>         again, after an answer that was lost: the same sandbox
`;

const options = {
  url: { type: 'string', default: localUrl() },
  name: { type: 'string', default: 'My sandbox' },
  key: { type: 'string', default: randomUUID() },
  help: { type: 'boolean' },
} as const;

const main = async (): Promise<void> => {
  const values = argumentsOf(options, help);
  if (values.help === true) return console.log(help);
  const url = values.url.replace(/\/$/, '');
  const { tenant, clientId, secret, payments } = await newSandbox({ url, name: values.name, key: values.key });
  const lines = [
    '',
    `Tenant         ${tenant}`,
    `Client id      ${clientId}`,
    `Secret         ${secret}`,
    '               Keep it now: it is shown here alone. The platform knows its hash.',
    ...(payments === undefined ? [] : [`Payments       pay with the key sk_test_${tenant} at the simulated provider`]),
    '',
    'Paste this for a first quote:',
    '',
    firstCurl(url, { clientId, secret }),
    '',
  ];
  console.log(lines.join('\n'));
};

main().catch(endWith);
