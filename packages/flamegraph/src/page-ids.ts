/** Ids by which the page's script finds its places. */
export const pageIds = { graph: 'flame-graph', table: 'functions', data: 'flame-data' } as const;
