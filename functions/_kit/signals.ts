import type { StoredAnswer } from './store.ts';

/**
 * Ways in which a command ends before its handler returns. They are thrown past handlers, which need not know of them.
 */
type Signal =
  | { readonly signal: 'answered'; readonly answer: StoredAnswer }
  | { readonly signal: 'key-reused' }
  | { readonly signal: 'version-differs'; readonly etag: string }
  | { readonly signal: 'raced' }
  | { readonly signal: 'unavailable' };

export const raise = (signal: Signal, cause?: unknown): never => {
  throw Object.assign(new Error(`The command ended: ${signal.signal}.`, { cause }), signal);
};

export const isSignal = (thrown: unknown): thrown is Error & Signal => thrown instanceof Error && 'signal' in thrown;

/**
 * Does something beside a command's own effect, under a key of its own: where it stands already, the command goes on.
 * Says whether it was done now.
 */
export const besides = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (thrown) {
    if (!isSignal(thrown) || thrown.signal !== 'answered') throw thrown;
    return false;
  }
};
