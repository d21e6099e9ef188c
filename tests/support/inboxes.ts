import type { Inbox } from '../../functions/_kit/services.ts';

/** An inbox in memory; the map is there to be looked into. Each write makes another version. */
export const memoryInbox = () => {
  const files = new Map<string, { readonly text: string; readonly version: string }>();
  let versions = 0;
  const inbox: Inbox = {
    read: async (name) => files.get(name),
    write: async (name, text, over) => {
      if (files.get(name)?.version !== over) return undefined;
      versions += 1;
      const version = `v${versions}`;
      files.set(name, { text, version });
      return version;
    },
    names: async (folder, behind, limit) =>
      [...files.keys()]
        .filter((name) => name.startsWith(folder) && name > behind)
        .toSorted()
        .slice(0, limit),
  };
  return { files, inbox };
};
