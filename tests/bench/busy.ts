/** Keeps a processor busy: `turns` times as long, whatever machine it is. */
const busy = (turns: number) => (at: number) => {
  let sum = at;
  for (let turn = 0; turn < turns * 1_000; turn += 1) sum = (sum * 31 + turn) % 1_000_003;
  return sum;
};

export const once = () => busy(1);
/** Nine times as much, and a promise of it. */
export const nineTimes = () => async (at: number) => busy(9)(at);
export const broken = () => process.exit(3);
