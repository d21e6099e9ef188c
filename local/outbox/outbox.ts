import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Mail, Mailer } from '../../functions/_kit/services.ts';

/** A message that would have gone out, and when. */
export type Posted = Mail & { readonly messageId: string; readonly at: string };

/** A line that was cut off by the end of a program was never answered for; its message comes again. */
const postedIn = (line: string): readonly Posted[] => {
  try {
    return [JSON.parse(line) as Posted];
  } catch {
    return [];
  }
};

const postedAt = async (path: string): Promise<readonly Posted[]> =>
  (await readFile(path, 'utf8').catch(() => '')).split('\n').flatMap(postedIn);

/**
 * Takes the mail of this machine instead of sending it: one file of JSON lines in the data folder, which only its user
 * may read. Unlike a mail service it knows a message by its key, so a repetition is not posted twice.
 */
export const outboxFile = async (
  path: string,
  { baseUrl, now }: { readonly baseUrl: string; readonly now: () => string },
) => {
  const posted = new Map((await postedAt(path)).map((one) => [one.key, one]));
  const post = async (mail: Mail): Promise<Posted> => {
    const one = { ...mail, messageId: `outbox-${posted.size + 1}`, at: now() };
    posted.set(mail.key, one);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await appendFile(path, `${JSON.stringify(one)}\n`, { mode: 0o600 });
    } catch (cause) {
      // What does not stand in the file was not posted: it has to be tried when its event comes again.
      posted.delete(mail.key);
      throw cause;
    }
    return one;
  };
  const mailer: Mailer = {
    baseUrl,
    knowsKeys: true,
    send: async (mail) => {
      const { messageId } = posted.get(mail.key) ?? (await post(mail));
      return { status: 'sent', messageId };
    },
  };
  return {
    mailer,
    /** Newest first. */
    all: (): readonly Posted[] => [...posted.values()].toReversed(),
    one: (key: string): Posted | undefined => posted.get(key),
  };
};
export type Outbox = Awaited<ReturnType<typeof outboxFile>>;
