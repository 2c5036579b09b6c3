/** The answer of a method without a response message: 204 and no body, such as `users.delete` (https://developers.google.com/workspace/admin/directory/v1/guides/manage-users). */
export const NO_CONTENT: object = Object.freeze({});
