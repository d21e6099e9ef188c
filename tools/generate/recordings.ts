type Texts = Readonly<Record<string, string>>;

/** A request and its answer, as they were recorded of the real platform (`npm run examples`). */
export type Recorded = {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly params?: Texts;
    readonly query?: Readonly<Record<string, string | number>>;
    readonly headers: Texts;
    readonly body?: object;
  };
  readonly response: { readonly status: number; readonly headers: Texts; readonly body?: unknown };
};
/** By the id of the operation. */
export type Recordings = ReadonlyMap<string, Recorded>;
