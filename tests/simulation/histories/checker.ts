/** An operation as it was seen from outside: when it was first asked, and when it was finally answered. */
export type Timed = { readonly called: number; readonly answered: number };

/** A sequential object: what comes after an operation, or nothing where it cannot have answered as it did. */
export type SequentialModel<S, O> = {
  readonly start: S;
  readonly after: (state: S, operation: O) => S | undefined;
  /** States that behave alike have one name. */
  readonly nameOf: (state: S) => string;
};

export type Explanation<O> = {
  readonly explained: boolean;
  /** The order that explains everything, or the longest that explains as much as any order can. */
  readonly order: readonly O[];
};

/** Sets of operations are bits of one number. */
const operationsMax = 31;

/** Operations that may be next: none of the others was answered before they were asked. */
const minimal = <O extends Timed>(operations: readonly O[], done: number): readonly number[] => {
  let firstAnswer = Number.POSITIVE_INFINITY;
  operations.forEach(({ answered }, at) => {
    if ((done & (1 << at)) === 0) firstAnswer = Math.min(firstAnswer, answered);
  });
  return operations.flatMap(({ called }, at) => ((done & (1 << at)) === 0 && called < firstAnswer ? [at] : []));
};

/**
 * Looks for one order of the operations that respects real time and that a sequential object would answer alike: is the
 * history linearizable (Herlihy and Wing 1990)? Wing and Gong's search (1993), with what Lowe (2017) added: the same
 * operations done, with the same state after them, are looked at once.
 */
export const explain = <S, O extends Timed>(operations: readonly O[], model: SequentialModel<S, O>): Explanation<O> => {
  if (operations.length > operationsMax) throw new Error(`A history has at most ${operationsMax} operations.`);
  const all = operations.length === operationsMax ? 2 ** 31 - 1 : (1 << operations.length) - 1;
  const seen = new Set<string>();
  const order: O[] = [];
  let longest: readonly O[] = [];

  const search = (done: number, state: S): boolean => {
    if (order.length > longest.length) longest = [...order];
    if (done === all) return true;
    const name = `${done} ${model.nameOf(state)}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return minimal(operations, done).some((at) => {
      const operation = operations[at];
      const next = operation === undefined ? undefined : model.after(state, operation);
      if (operation === undefined || next === undefined) return false;
      order.push(operation);
      if (search(done | (1 << at), next)) return true;
      order.pop();
      return false;
    });
  };
  const explained = search(0, model.start);
  return { explained, order: explained ? order : longest };
};
