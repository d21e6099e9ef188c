import type * as documents from '@aws-sdk/lib-dynamodb';

/** What the table is asked, as documents of plain values. The types are the SDK's, and nothing else of it is here. */
export abstract class TableCommand<Input extends object, Output extends object> {
  /** The name of the operation in DynamoDB's protocol. */
  abstract readonly operation: string;
  readonly input: Input;
  /** Never there: it tells the compiler what is answered. */
  declare readonly output?: Output;
  constructor(input: Input) {
    this.input = input;
  }
}

type Answered<Output> = Omit<Output, '$metadata'>;

export type GetCommandInput = documents.GetCommandInput;
export type GetCommandOutput = Answered<documents.GetCommandOutput>;
export class GetCommand extends TableCommand<GetCommandInput, GetCommandOutput> {
  readonly operation = 'GetItem';
}

export type BatchGetCommandInput = documents.BatchGetCommandInput;
export type BatchGetCommandOutput = Answered<documents.BatchGetCommandOutput>;
export class BatchGetCommand extends TableCommand<BatchGetCommandInput, BatchGetCommandOutput> {
  readonly operation = 'BatchGetItem';
}

export type QueryCommandInput = documents.QueryCommandInput;
export type QueryCommandOutput = Answered<documents.QueryCommandOutput>;
export class QueryCommand extends TableCommand<QueryCommandInput, QueryCommandOutput> {
  readonly operation = 'Query';
}

export type PutCommandInput = documents.PutCommandInput;
export type PutCommandOutput = Answered<documents.PutCommandOutput>;
export class PutCommand extends TableCommand<PutCommandInput, PutCommandOutput> {
  readonly operation = 'PutItem';
}

export type DeleteCommandInput = documents.DeleteCommandInput;
export type DeleteCommandOutput = Answered<documents.DeleteCommandOutput>;
export class DeleteCommand extends TableCommand<DeleteCommandInput, DeleteCommandOutput> {
  readonly operation = 'DeleteItem';
}

export type TransactWriteCommandInput = documents.TransactWriteCommandInput;
export type TransactWriteCommandOutput = Answered<documents.TransactWriteCommandOutput>;
export class TransactWriteCommand extends TableCommand<TransactWriteCommandInput, TransactWriteCommandOutput> {
  readonly operation = 'TransactWriteItems';
}
