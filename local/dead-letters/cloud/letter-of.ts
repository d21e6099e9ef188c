import type { Message } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import type { DeadLetter } from '../port.ts';
import { letterId } from '../queue-names.ts';
import type { Owner } from './owners.ts';

/** What EventBridge puts around one of our events. */
const OnTheBus = z.object({
  detail: z.looseObject({ specversion: z.literal('1.0'), id: z.string(), type: z.string(), tenant: z.string() }),
});

/** What Lambda tells of an asynchronous invocation that failed (Lambda Developer Guide, "Retain records"). */
const FailedRun = z.object({
  requestContext: z.object({ condition: z.string(), approximateInvokeCount: z.int() }),
  responsePayload: z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() }).optional(),
});

/** What a Pipe tells of stream records that it gave up. */
const FailedPipe = z.object({ context: z.object({ condition: z.string() }) });

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Told = Pick<DeadLetter, 'attempts' | 'reason'>;

/** What lies in the body about why it failed. */
const toldInBody = (value: unknown): Told => {
  const run = FailedRun.safeParse(value);
  if (run.success) {
    const { requestContext, responsePayload = {} } = run.data;
    const { condition, approximateInvokeCount: attempts } = requestContext;
    const { errorType, errorMessage } = responsePayload;
    return { attempts, reason: [condition, errorType, errorMessage].filter((one) => one !== undefined).join(': ') };
  }
  const pipe = FailedPipe.safeParse(value);
  return pipe.success ? { reason: pipe.data.context.condition } : {};
};

/** EventBridge's rules and schedules say beside the message why they could not deliver it. */
const toldBeside = ({ MessageAttributes = {} }: Message): Told => {
  const { ERROR_CODE: code, ERROR_MESSAGE: text, RETRY_ATTEMPTS: retries } = MessageAttributes;
  const reason = [code?.StringValue, text?.StringValue].filter((one) => one !== undefined).join(': ');
  return {
    ...(reason !== '' && { reason }),
    ...(retries?.StringValue !== undefined && { attempts: Number(retries.StringValue) + 1 }),
  };
};

/** How often a queue brings a message before it gives it up. */
export type Tries = number | undefined;

/** A subscriber's message was brought as often as its queue does; why it failed stands in the log of its function. */
const toldByQueue = ({ Attributes = {} }: Message, tries: Tries): Told =>
  Attributes.DeadLetterQueueSourceArn === undefined || tries === undefined ? {} : { attempts: tries };

/** A message of a dead-letter queue as a letter. */
export const letterOf = (
  message: Message,
  { queue, owner, tries }: { readonly queue: string; readonly owner: Owner; readonly tries: Tries },
): DeadLetter => {
  const { MessageId = '', Body = '', Attributes = {} } = message;
  const value = jsonIn(Body);
  const event = OnTheBus.safeParse(value);
  return {
    id: letterId(owner.name, MessageId),
    queue,
    kind: owner.kind,
    subscriber: owner.subscriber,
    at: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    ...toldByQueue(message, tries),
    ...toldInBody(value),
    ...toldBeside(message),
    // Checked as far as anything here depends on it; whatever else it holds is shown as it is.
    ...(event.success ? { event: Object(value).detail as CloudEvent } : { body: Body }),
  };
};
