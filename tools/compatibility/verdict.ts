import { additions } from './additions.ts';
import { compare } from './compare.ts';
import type { OpenApi } from './document.ts';

export type Verdict = {
  readonly passes: boolean;
  /** Whether the document becomes the baseline. */
  readonly takes: boolean;
  readonly says: readonly string[];
};
type Given = { readonly today: string; readonly isAccepting: boolean };

/**
 * Judges a document by its baseline. What breaks a client never passes; an operation or a refusal that the baseline
 * does not know passes only into the baseline, for whatever stands outside of it could go again without a word.
 */
export const verdictOn = (baseline: OpenApi, document: OpenApi, { today, isAccepting }: Given): Verdict => {
  const broken = compare(baseline, document, today);
  if (broken.length > 0) {
    const told = broken.map(({ pointer, says, wayOut }) => `${says}\n  at ${pointer}\n  Way out: ${wayOut}.`);
    const sum = `${broken.length} changes would break clients (docs/guides/versioning.md). The baseline stays.`;
    return { passes: false, takes: false, says: [...told, sum] };
  }
  const fresh = additions(baseline, document);
  const told = `Nothing breaks. ${fresh.length} additions${fresh.length === 0 ? '' : `: ${fresh.join(', ')}`}.`;
  if (fresh.length === 0 || isAccepting) return { passes: true, takes: isAccepting, says: [told] };
  const way =
    'The baseline lacks them, so nothing holds us to them: run `npm run baseline`, and commit what it changes.';
  return { passes: false, takes: false, says: [told, way] };
};
