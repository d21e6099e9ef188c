/** Answers that the document has and no test brings about, each with the reason. */
export const unmet: Readonly<Record<string, string>> = {};
