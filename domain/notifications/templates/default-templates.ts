import claims from './claim-templates.json' with { type: 'json' };
import policies from './policy-templates.json' with { type: 'json' };
import type { Templates } from './schema.ts';

/** The platform's own templates, for products that have none of their own; a test proves that they are templates. */
export const defaultTemplates: Templates = { ...policies, ...claims };
