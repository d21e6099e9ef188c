import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartnerBuses } from '../functions/_kit/services.ts';

/** Stands for the buses of partners: what is put on one is a line of a file that is named after it. */
export const partnerBusFiles = (dataFolder: string): PartnerBuses => ({
  put: async (arn, { body }) => {
    const began = performance.now();
    const folder = join(dataFolder, 'partner-buses');
    await mkdir(folder, { recursive: true });
    await appendFile(join(folder, `${arn.replace(/[^\w.-]/g, '_')}.jsonl`), `${body}\n`, { mode: 0o600 });
    return { status: 200, ms: performance.now() - began };
  },
});
