/** https://developers.google.com/apps-script/reference/card-service/card-builder */
export const SECTIONS_PER_CARD = 100;

/** https://developers.google.com/apps-script/reference/card-service/card-section */
export const WIDGETS_PER_SECTION = 100;

/**
 * The card reference counts widgets per card: the section that crosses the number and all later ones are dropped without
 * a word (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#card).
 */
export const WIDGETS_PER_CARD = 100;

/** https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#selectioninput */
export const ITEMS_PER_SELECTION = 100;

/** Selected items of a MULTI_SELECT when none is set (same page). */
export const MULTI_SELECT_DEFAULT = 3;

/** Ids of sections and widgets (https://developers.google.com/apps-script/reference/card-service/widget). */
export const ID_PATTERN = /^[a-zA-Z0-9-]{1,64}$/;

/** Columns of a grid in the side panel (https://developers.google.com/apps-script/reference/card-service/grid). */
export const GRID_COLUMNS = { from: 1, to: 2 } as const;
