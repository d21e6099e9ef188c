/** How many ends of a function are remembered: more never ran at once here. */
const endsMax = 500;

/**
 * How many calls of one function ran at once, told by each when it ends: those that ended after it began. A call that
 * runs on is counted when it ends itself.
 */
export const runningCalls = () => {
  const ends = new Map<string, number[]>();
  return (name: string, from: number, to: number): number => {
    const known = ends.get(name) ?? [];
    ends.set(name, known);
    const beside = known.filter((end) => end > from).length;
    known.push(to);
    if (known.length > endsMax) known.shift();
    return beside + 1;
  };
};
