import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from './document.ts';
import { unmet, unmetCodes } from './unmet.ts';

/** Everything that the document says may be answered: `getPolicy 200`, `getPolicy 404 policy-not-found`. */
const documented: readonly string[] = [...operations.values()].flatMap(({ operationId, responses }) =>
  Object.entries(responses).flatMap(([status, { content = {} }]) => {
    const codes = Object.values(content).flatMap(({ examples }) => Object.keys(examples ?? {}));
    return Number(status) >= 400
      ? codes.map((code) => `${operationId} ${status} ${code}`)
      : [`${operationId} ${status}`];
  }),
);

const metIn = (folder: string): ReadonlySet<string> =>
  new Set(readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')));

const complain = (what: string, lines: readonly string[]): void => {
  if (lines.length === 0) return;
  console.error(`${what}:\n  ${lines.join('\n  ')}`);
  process.exitCode = 1;
};

/**
 * At the end of the whole check: whatever the document says may be answered was answered to some test, and held to it.
 * What no test brings about stands in `unmet.ts` with its reason, and only as long as that is so.
 */
const folder = process.env['BINDERY_MET'];
if (folder === undefined) throw new Error('BINDERY_MET names the folder in which the tests wrote what they met.');
const met = metIn(folder);
rmSync(folder, { recursive: true });
const missing = documented.filter((one) => !met.has(one));
complain(
  'Documented, and answered to no test (write one, or say why not in tests/support/held/unmet.ts)',
  missing.filter((one) => !(one in unmet || unmetCodes.has(one.split(' ')[2] ?? ''))),
);
complain(
  'Said to be met by no test, and yet it was (take it out of tests/support/held/unmet.ts)',
  Object.keys(unmet).filter((one) => !missing.includes(one)),
);
console.log(
  `${documented.length} documented answers of ${operations.size} operations, ${missing.length} met by no test.`,
);
