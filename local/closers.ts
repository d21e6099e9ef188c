/** What was opened, to be closed in the opposite order. */
export const closers = () => {
  const open: (() => Promise<unknown>)[] = [];
  return {
    add: (close: () => Promise<unknown>): void => void open.push(close),
    closeAll: async (): Promise<void> => {
      for (let close = open.pop(); close !== undefined; close = open.pop()) await close();
    },
  };
};
export type Closers = ReturnType<typeof closers>;
