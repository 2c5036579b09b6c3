import { actionClasses } from '../../../simulator/appsscript/card/actionClasses';
import { buttonClasses } from '../../../simulator/appsscript/card/buttonClasses';
import { cardClasses } from '../../../simulator/appsscript/card/cardClasses';
import { cardEnums } from '../../../simulator/appsscript/card/cardEnums';
import { gridClasses } from '../../../simulator/appsscript/card/gridClasses';
import { inputClasses } from '../../../simulator/appsscript/card/inputClasses';
import { responseClasses } from '../../../simulator/appsscript/card/responseClasses';
import { textClasses } from '../../../simulator/appsscript/card/textClasses';
import { held } from '../../support/heldMembers';
import { publishedMembers } from '../../support/publishedMembers';
import { SCOPE, scriptOf } from './scriptOf';

/** In Google's reference, not yet in the published types (https://developers.google.com/apps-script/reference/card-service). */
const ONLY_IN_REFERENCE = /\.setId$|^TextButton\.setIcon(Url)?$|^AuthorizationInfo\.getAuthorizedScopes$/;

const invented = (file: string, name: string, members: readonly string[]): string[] => {
  const published = publishedMembers(file).get(name);
  if (published === undefined) return [`${name} (in ${file})`];
  return members
    .filter((member) => !published.has(member) && !ONLY_IN_REFERENCE.test(`${name}.${member}`))
    .map((member) => `${name}.${member}`);
};

/** What is simulated but does not exist would let a script pass here and fail at Google. */
describe('every simulated member exists in the published types of Apps Script', () => {
  it('of services and of the objects they hand out', () => {
    const { world, ada, value } = scriptOf(held, {
      oauthScopes: [...Object.values(SCOPE), 'https://www.googleapis.com/auth/spreadsheets', 'https://mail.google.com/'],
    });
    const { id } = world.drive.createSpreadsheet({ ownerId: ada.id, title: 'Plan' });
    world.mail.deliver({ from: 'eve@else.example', to: [ada.primaryEmail], subject: 'S' });
    const members = value('members', [id, world.mail.inbox(ada.id)[0]?.id]) as [string, string, string[]][];
    expect(members).toHaveLength(38);
    expect(
      members.flatMap(([file, name, own]) =>
        invented(
          file,
          name,
          own.filter((member) => member !== 'toString'),
        ),
      ),
    ).toEqual([]);
  });

  it('of the classes and enums of CardService', () => {
    const classes = [cardClasses, textClasses, inputClasses, buttonClasses, gridClasses, actionClasses, responseClasses].flat();
    expect(classes.flatMap(({ className, members }) => invented('card-service', className, Object.keys(members)))).toEqual([]);
    expect(Object.entries(cardEnums).flatMap(([name, values]) => invented('card-service', name, Object.keys(values)))).toEqual([]);
  });
});
