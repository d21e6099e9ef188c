type Kept = { readonly until: number; readonly answer: Promise<unknown> };

/**
 * Keeps answers for a while: a page that is open all day asks every few seconds, and whoever is asked in the cloud
 * counts each time. A failure is not kept.
 */
export const keeper = (now: () => number) => {
  const kept = new Map<string, Kept>();
  return {
    for: <T>(ms: number, name: string, ask: () => Promise<T>): Promise<T> => {
      const before = kept.get(name);
      if (before !== undefined && before.until > now()) return before.answer as Promise<T>;
      const answer = ask();
      kept.set(name, { until: now() + ms, answer });
      answer.catch(() => kept.delete(name));
      return answer;
    },
    forget: (): void => kept.clear(),
  };
};
export type Keeper = ReturnType<typeof keeper>;
