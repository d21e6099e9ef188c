import { createWriteStream } from 'node:fs';

/** A command that was answered with a success, as the shop that asked for it keeps it. */
export type Acknowledged = {
  /** The operation, or what the provider was asked for. */
  readonly kind: string;
  readonly requestId: string;
  readonly key: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
  readonly text: string;
};

/** One that was answered with a final no: nothing of it may stand in the table. */
export type Refused = Pick<Acknowledged, 'kind' | 'requestId' | 'status' | 'text'>;

/** What was answered, in memory for the audit and in a file for whoever looks into a finding. */
export const answerBook = (path: string) => {
  const acknowledged: Acknowledged[] = [];
  const refused: Refused[] = [];
  const file = createWriteStream(path, { mode: 0o600 });
  return {
    acknowledged,
    refused,
    acknowledge: (one: Acknowledged): void => {
      acknowledged.push(one);
      file.write(`${JSON.stringify(one)}\n`);
    },
    refuse: (one: Refused): void => {
      refused.push(one);
      file.write(`${JSON.stringify(one)}\n`);
    },
    close: (): Promise<void> => new Promise((closed) => file.end(() => closed())),
  };
};
export type AnswerBook = ReturnType<typeof answerBook>;
