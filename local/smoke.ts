import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { endWith, plainError } from './plain-error.ts';
import { standardPort } from './settings.ts';
import { smoke } from './smoke/smoke.ts';

const help = `Looks whether a platform that was just deployed works: it sells in a sandbox of its own, by the API alone.

  npm run smoke                           on this machine, where npm start serves
  npm run smoke -- --url https://api.…    on another one; ends with 1 when anything is not as it must be
`;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://localhost:${process.env['PORT'] || standardPort}` },
    help: { type: 'boolean' },
  },
});

const main = async (): Promise<void> => {
  if (values.help === true) return console.log(help);
  const url = values.url.replace(/\/$/, '');
  const failed = await smoke({ url, run: randomUUID(), say: (line) => console.log(line) });
  if (failed !== undefined) throw plainError(`${url} does not work: ${failed}`);
};

main().catch(endWith);
