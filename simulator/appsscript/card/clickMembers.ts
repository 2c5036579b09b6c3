import type { Member } from './PartClass';
import { snapshot, type Part } from './Part';
import { part as partParameter } from './Parameter';

/**
 * A clickable object has one handler: setting a second of another kind is refused
 * (https://developers.google.com/apps-script/reference/card-service/text-button#setopenlinkopenlink).
 */
const handles = (kind: string, className: string): Member => ({
  takes: [[partParameter(className)]],
  does: (part, [value], { refuse }) => {
    const present = Object.keys((part.json['onClick'] ?? {}) as object)[0];
    if (present !== undefined && present !== kind) {
      refuse(`A ${part.className} can have only one of setOpenLink, setOnClickAction, setOnClickOpenLinkAction.`);
    }
    part.json['onClick'] = { [kind]: snapshot(value as Part) };
  },
});

/** Members shared by everything that can be clicked. Authorization and compose actions are not simulated. */
export const clickMembers = {
  setOnClickAction: handles('action', 'Action'),
  setOpenLink: handles('openLink', 'OpenLink'),
  setOnClickOpenLinkAction: handles('openDynamicLinkAction', 'Action'),
} as const;
