import { type Result, unless } from '../../../tools/verify/finding.ts';
import type { Acknowledged } from '../acknowledged.ts';
import type { Reply } from '../http.ts';

/** What a key was answered at first, and what the same request under it is answered now. */
export type Replay = { readonly first: Acknowledged; readonly again: Reply };

/** The same key and the same body are answered the same bytes, and say that nothing was done again (reliability I1). */
export const checkReplays = (replays: readonly Replay[]): Result => ({
  check: 'replays',
  looked: replays.length,
  findings: replays.flatMap(({ first, again }) => {
    const where = `${first.kind} ${first.requestId}`;
    return [
      ...unless(again.status === first.status, where, `It was ${first.status} and is ${again.status} now.`),
      ...unless(again.text === first.text, where, 'The same key is answered other bytes now.'),
      ...unless(again.replayed, where, 'The answer does not say that it is a repetition.'),
    ];
  }),
});
