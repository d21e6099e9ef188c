import type { Endpoint } from '../../../functions/_kit/implement.ts';

/**
 * A new tenant's secret is drawn anew until one attempt commits, and names everything in it: of two runs of a command
 * that makes a tenant only the names may differ, and they are left out. Any other command has the same names each time.
 */
export const unnamed = ({ contract }: Pick<Endpoint, 'contract'>, text: string): string =>
  contract.founds === undefined
    ? text
    : text.replace(/\b(chk|crd|sec|ten|bds)_[\w-]+/g, '$1').replace(/#KEY#[\w-]+/g, '#KEY');
