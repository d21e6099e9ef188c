import type { Capability } from '../../functions/_kit/contract.ts';
import { type AlarmBook, alarmBookOf } from '../../infra/alarm-book.ts';
import { templatesOf } from './templates.ts';

/** The alarms of production at home. The standby has the same under the same names, in a Region of its own. */
export const alarmBook = async (capabilities: readonly Capability[]): Promise<AlarmBook> => {
  const { stage, stacks } = await templatesOf(capabilities, 'prod');
  return alarmBookOf(
    stage.name,
    stacks.filter(({ stackName }) => !stackName.startsWith(`bindery-${stage.name}-standby-`)),
  );
};
