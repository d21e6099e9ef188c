import examples from '../../docs/reference/events/examples.json' with { type: 'json' };

type Example = { readonly subject: string; readonly dataschema: string; readonly data: object };

/** The examples of the catalogue, by type: the very ones that its pages show. */
export const eventExamples: Readonly<Record<string, Example>> = examples;
