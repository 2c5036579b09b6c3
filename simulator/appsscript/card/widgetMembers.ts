import { ID_PATTERN } from './limits';
import type { Member } from './PartClass';
import { text } from './Parameter';

/** Up to 64 characters of `[a-zA-Z0-9-]` (https://developers.google.com/apps-script/reference/card-service/widget#setidid). */
const setId: Member = {
  takes: [[text]],
  does: (part, [id], { refuse }) => {
    if (!ID_PATTERN.test(id as string)) refuse(`Invalid id: ${id}. An id has at most 64 characters of [a-zA-Z0-9-].`);
    part.widgetId = id as string;
  },
};

/** Members every widget has. Visibility and event actions belong to Workspace Studio and are not simulated. */
export const widgetMembers = { setId } as const;
