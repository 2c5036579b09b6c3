import type { RosterCompany } from './rosterCompany';

/** A card's button, pressed with these parameters, as this person's host would send it: also one that no card shows. */
export const forgeClick = (
  company: RosterCompany,
  who: { readonly id: string },
  action: string,
  parameters: Record<string, string>,
  fields: object = {},
) =>
  company.project.run({
    functionName: 'onCardAction',
    kind: 'addon',
    effectiveUserId: who.id,
    activeSpreadsheetId: company.sheet.id,
    args: [
      { commonEventObject: { hostApp: 'SHEETS', platform: 'WEB', parameters: { cardAction: action, ...parameters }, formInputs: fields } },
    ],
  });

/** The only request there is, as script properties hold it: `s` its state, `d` its digest. */
export const onlyRequest = ({ project }: RosterCompany): { readonly id: string; readonly s: string; readonly d: string } => {
  const keys = Object.keys(project.scriptProperties.entries()).filter((key) => key.startsWith('request.'));
  if (keys.length !== 1) throw new Error(`${keys.length} requests`);
  const { s, d } = JSON.parse(project.scriptProperties.get(keys[0]!)!) as { s: string; d: string };
  return { id: keys[0]!.slice('request.'.length), s, d };
};

/** The requester's clicks on "Send approval request" and "Confirm", whether or not a card offers them. */
export const forgeSend = (company: RosterCompany): void => {
  const { id, d } = onlyRequest(company);
  forgeClick(company, company.admin, 'openConfirmSend', { request: id });
  forgeClick(company, company.admin, 'sendRequest', { request: id, digest: d });
};
