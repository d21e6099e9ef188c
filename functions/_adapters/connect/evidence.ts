import type { Evidence } from '../../_kit/services.ts';
import { connect as connectArchive } from './archive.ts';

/** The evidence bucket, for a function that may only read it. */
export const connect = (): Evidence => {
  const { read } = connectArchive();
  return { read };
};
