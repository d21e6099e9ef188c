import { reasonMin } from './port.ts';

/** A reason as it is kept; undefined for one that is too short to tell anybody why. */
export const reasonIn = (text: string): string | undefined => {
  const reason = text.trim();
  return reason.length < reasonMin ? undefined : reason;
};
