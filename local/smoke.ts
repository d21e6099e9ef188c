import { randomUUID } from 'node:crypto';
import { argumentsOf } from './arguments.ts';
import { endWith, plainError } from './plain-error.ts';
import { localUrl } from './settings.ts';
import { smoke } from './smoke/smoke.ts';

const help = `Looks whether a platform that was just deployed works: it sells in a sandbox of its own, by the API alone.

  npm run smoke                           on this machine, where npm start serves
  npm run smoke -- --url https://api.…    on another one; ends with 1 when anything is not as it must be
`;

const options = {
  url: { type: 'string', default: localUrl() },
  help: { type: 'boolean' },
} as const;

const addressIn = (text: string): string => {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text.replace(/\/+$/, '');
  throw plainError(`--url is "${text}": say an address, like https://api.insurer.example.`);
};

const main = async (): Promise<void> => {
  const values = argumentsOf(options, help);
  if (values.help === true) return console.log(help);
  const url = addressIn(values.url);
  const failed = await smoke({ url, run: randomUUID(), say: (line) => console.log(line) });
  if (failed !== undefined) throw plainError(`${url} does not work: ${failed}`);
};

main().catch(endWith);
