import type { SearchOptions } from 'minisearch';

export const tokensOf: (text: string, field?: string) => string[];
export const termOf: (token: string) => string;
export const fields: string[];
export const searchOptions: (language: string) => SearchOptions;
