/** How a step is shown: colours where a person looks on, plain text in a pipe. */
export type Voice = { readonly line: (text: string) => void; readonly colours: boolean };

const paint = (colours: boolean, code: number, text: string): string =>
  colours ? `\u001b[${code}m${text}\u001b[0m` : text;

const titleWidth = 66;

/** Columns on a terminal: Chinese characters and their punctuation take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)));

export type Difference = { readonly step: string; readonly what: string };

/** Something is not as the story says it must be. */
export const differs = (what: string): Error => Object.assign(new Error(what), { differs: true });
const isDifference = (thrown: unknown): thrown is Error => thrown instanceof Error && 'differs' in thrown;

/** Says that two things must be alike; the sentence names what came instead. */
export const mustBe = (actual: unknown, expected: unknown, what: string, more = ''): void => {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw differs(
    `${what} is ${JSON.stringify(actual)} and not ${JSON.stringify(expected)}. ${more.slice(0, 400)}`.trim(),
  );
};

/** Tells a story step by step, one aligned line each with its milliseconds, and remembers what differed. */
export const createTale = ({ line, colours }: Voice) => {
  const differences: Difference[] = [];
  let steps = 0;

  const step = async <T>(
    title: string,
    work: () => Promise<T>,
    detail: (value: T) => string = () => '',
  ): Promise<T> => {
    const started = performance.now();
    const show = (mark: string, more: string): void => {
      const ms = `${(performance.now() - started).toFixed(1)} ms`.padStart(10);
      line(`  ${mark} ${padded(title, titleWidth)}${paint(colours, 2, ms)}  ${more}`.trimEnd());
    };
    steps += 1;
    try {
      const value = await work();
      show(paint(colours, 32, 'ok  '), paint(colours, 2, detail(value)));
      return value;
    } catch (thrown) {
      const what = thrown instanceof Error ? thrown.message : String(thrown);
      show(paint(colours, 31, 'NOT '), what);
      // A bug of the story itself shows where it is; a difference has said all in its sentence.
      if (!isDifference(thrown)) line(String(thrown instanceof Error ? thrown.stack : thrown));
      differences.push({ step: title, what });
      throw thrown;
    }
  };
  return {
    step,
    chapter: (title: string): void => line(`\n${paint(colours, 1, title)}`),
    say: (text: string): void => line(text),
    /** What follows a step that failed cannot be told; another thread of the story can. */
    thread: async (work: () => Promise<void>): Promise<void> => {
      const before = differences.length;
      await work().catch((thrown: unknown) => {
        if (differences.length === before) differences.push({ step: 'between two steps', what: String(thrown) });
      });
    },
    differences: differences as readonly Difference[],
    stepCount: (): number => steps,
  };
};
export type Tale = ReturnType<typeof createTale>;
