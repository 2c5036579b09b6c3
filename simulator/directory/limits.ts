/** Queries per minute, per user and Cloud project (https://developers.google.com/workspace/admin/directory/v1/limits). */
export const QUERIES_PER_MINUTE = 2400;

/** `maxResults` (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list). */
export const USERS_PAGE = { default: 100, maximum: 500 };

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups/list */
export const GROUPS_PAGE = { default: 200, maximum: 200 };

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/members/list */
export const MEMBERS_PAGE = { default: 200, maximum: 200 };

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/roles/list */
export const ROLES_PAGE = { default: 100, maximum: 100 };

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments/list */
export const ROLE_ASSIGNMENTS_PAGE = { default: 100, maximum: 200 };

/** Assignments to groups (https://support.google.com/a/answer/9807615). */
export const GROUP_ROLE_ASSIGNMENTS = 250;

/** How long a page token is valid, ms (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list). */
export const PAGE_TOKEN_LIFETIME = 3 * 24 * 60 * 60 * 1000;

/** A listing must be through within this time of its first page, ms (https://developers.google.com/workspace/admin/directory/v1/guides/troubleshoot-error-codes). */
export const LISTING_TIME = 60 * 60 * 1000;

/** Deleted users can be listed and restored for this long, ms (https://support.google.com/a/answer/1397578). */
export const DELETED_USER_LIFETIME = 20 * 24 * 60 * 60 * 1000;

/** Characters of a custom text, and values of a custom field that holds several (https://support.google.com/a/answer/6208725). */
export const CUSTOM_CHARACTERS = 500;
export const CUSTOM_VALUES = 150;
