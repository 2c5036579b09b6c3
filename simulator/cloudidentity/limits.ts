/** `pageSize` by view (https://docs.cloud.google.com/identity/docs/reference/rest/v1/groups/search). */
export const PAGE = { BASIC: { default: 200, most: 1000 }, FULL: { default: 50, most: 500 } } as const;
