import * as z from 'zod';

export const SandboxTimePath = z.strictObject({
  tenantId: z.string().meta({ description: 'Whose time it is.', example: 'sandbox-shop' }),
});
