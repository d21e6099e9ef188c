import { help, run, type Wish, wishIn } from './dead-letters/command.ts';
import { personHere } from './dead-letters/doors.ts';
import { httpLetters } from './dead-letters/http-letters.ts';
import type { DeadLetters } from './dead-letters/port.ts';
import { endWith } from './plain-error.ts';
import { localUrl } from './settings.ts';

const lettersFor = async ({ url, stage, region, archive }: Wish): Promise<DeadLetters> => {
  if (stage === undefined) return httpLetters((url ?? localUrl()).replace(/\/$/, ''));
  // The clients of the cloud take a while to load, and this machine needs none.
  const { cloudLetters } = await import('./dead-letters/cloud/open.ts');
  return cloudLetters({ stage, region, archive });
};

const main = async (): Promise<void> => {
  const wish = wishIn(process.argv.slice(2));
  if (wish === undefined) return console.log(help);
  const { text, done } = await run(wish, await lettersFor(wish), personHere());
  (done ? console.log : console.error)(text);
  if (!done) process.exitCode = 1;
};

main().catch(endWith);
