/** Calls per minute of a Cloud project (https://developers.google.com/workspace/chat/limits). */
export const PER_MINUTE = { spaceReads: 3000, membershipReads: 3000, membershipWrites: 300 } as const;

/** `pageSize` of every listing; a greater one is cut down (https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/list). */
export const PAGE = { default: 100, most: 1000 } as const;
