import type { ActionDraft } from './WorkflowDraft';

/** An action with nothing chosen yet; undefined for a kind that there is not. */
export const newAction = (actionId: string, kind: string): ActionDraft | undefined => {
  switch (kind) {
    case 'copyContacts':
      return { actionId, kind, createLabel: false };
    case 'removeContacts':
      return { actionId, kind, chooses: 'source' };
    case 'setUserFields':
      return { actionId, kind, fields: [] };
    case 'addToGroups':
    case 'removeFromGroups':
      return { actionId, kind, groups: [] };
    case 'moveToOrgUnit':
      return { actionId, kind, orgUnitId: '', orgUnitPath: '' };
    case 'addToSpaces':
      return { actionId, kind, spaces: [] };
    case 'suspendUser':
    case 'restoreUser':
    case 'showInDirectory':
    case 'hideFromDirectory':
      return { actionId, kind };
    default:
      return undefined;
  }
};
