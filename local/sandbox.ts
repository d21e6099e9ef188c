import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { firstCurl } from './first-curl.ts';
import { newSandbox } from './new-sandbox.ts';
import { endWith } from './plain-error.ts';
import { standardPort } from './settings.ts';

const help = `Makes a sandbox of your own on a platform that runs: a tenant, a client id and a secret.

  npm run sandbox                         on this machine, where npm start serves
  npm run sandbox -- --name "My shop"     under a name of yours
  npm run sandbox -- --url https://…      on another machine
  npm run sandbox -- --key <uuid>         again, after an answer that was lost: the same sandbox
`;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://localhost:${process.env['PORT'] || standardPort}` },
    name: { type: 'string', default: 'My sandbox' },
    key: { type: 'string', default: randomUUID() },
    help: { type: 'boolean' },
  },
});

const main = async (): Promise<void> => {
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
