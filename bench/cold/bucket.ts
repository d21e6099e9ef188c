/** What S3 answers, as far as our archive asks it: a name is taken by the first write. */
type Answer = { readonly status: number; readonly text: string };

const refused = (status: number, code: string): Answer => ({
  status,
  text: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});

export const bucket = () => {
  const files = new Map<string, string>();
  return {
    put: (name: string, text: string): Answer => {
      if (files.has(name)) return refused(412, 'PreconditionFailed');
      files.set(name, text);
      return { status: 200, text: '' };
    },
    get: (name: string): Answer => {
      const text = files.get(name);
      return text === undefined ? refused(404, 'NoSuchKey') : { status: 200, text };
    },
  };
};
