import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { settings } from '../functions/_kit/settings.ts';
import type { Foundation } from './data-stack.ts';
import { masterKeyActionsOf, type TableGrant, tableGrantsOf } from './grants.ts';
import type { Entry } from './groups.ts';
import { through } from './through.ts';

/** `ForAllValues` is true of no values at all, so a request must also name a key (`Null`). */
const onKeys = (keys: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});

const statementOf = ({ on, actions, keys }: TableGrant, tableArn: string): PolicyStatement =>
  new PolicyStatement({
    actions: [...actions],
    resources: [on === 'table' ? tableArn : `${tableArn}/index/${on}`],
    conditions: onKeys(keys),
  });

/** The table's own encryption happens under the caller's rights. */
const encryption = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
  (action) => `kms:${action}`,
);

/** Gives a function what its entries do with the table, on the partitions that they name. */
export const grantTable = (fn: LambdaFunction, entries: readonly Entry[], { table, keys }: Foundation): void => {
  const grants = tableGrantsOf(entries);
  if (grants.length === 0) return;
  for (const grant of grants) fn.addToRolePolicy(statementOf(grant, table.tableArn));
  through(fn, 'dynamodb', encryption, keys.storage.keyArn);
  fn.addEnvironment(settings.masterKey, keys.master.keyArn);
  const actions = masterKeyActionsOf(entries);
  if (actions.length > 0)
    fn.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [keys.master.keyArn] }));
};
