import { ScriptProject } from '../../simulator/appsscript/ScriptProject';
import { Sidebar, type SidebarOptions } from '../../simulator/host/Sidebar';
import { World } from '../../simulator/World';

export const LOCALE_SCOPE = 'https://www.googleapis.com/auth/script.locale';
export const GMAIL_SCOPE = 'https://www.googleapis.com/auth/gmail.addons.execute';
export const FILE_SCOPE = 'https://www.googleapis.com/auth/drive.file';

/** Shorthands a script of these tests may use beside CardService. */
const SHORTHANDS = `
function action(name, parameters) { const a = CardService.newAction().setFunctionName(name); return parameters ? a.setParameters(parameters) : a; }
function button(text, name, parameters) { return CardService.newTextButton().setText(text).setOnClickAction(action(name, parameters)); }
function text(value) { return CardService.newTextParagraph().setText(value); }
function input(name, title) { return CardService.newTextInput().setFieldName(name).setTitle(title); }
function card(name, ...widgets) {
  const section = CardService.newCardSection();
  for (const widget of widgets) section.addWidget(widget);
  return CardService.newCardBuilder().setName(name).setHeader(CardService.newCardHeader().setTitle(name)).addSection(section).build();
}
function say(value) { return CardService.newActionResponseBuilder().setNotification(CardService.newNotification().setText(value)).build(); }
function go(navigation) { return CardService.newActionResponseBuilder().setNavigation(navigation).build(); }
function nav() { return CardService.newNavigation(); }
`;

export interface AddOn {
  readonly world: World;
  readonly project: ScriptProject;
  readonly userId: string;
  readonly spreadsheetId: string;
  /** Opens the panel beside the spreadsheet; all scopes are allowed unless `consent` is false. */
  open(options?: Partial<SidebarOptions> & { consent?: boolean }): Sidebar;
}

export interface AddOnChanges {
  readonly common?: object;
  readonly hosts?: object;
  readonly scopes?: readonly string[];
  readonly webapp?: object;
}

/** A one-person company with a spreadsheet and an add-on whose code is `code`; its homepage function is `home`. */
export function addOn(code: string, manifest: AddOnChanges = {}): AddOn {
  const world = new World();
  const customer = world.directory.addCustomer({ domains: ['example.com'] });
  const user = world.directory.addUser({ primaryEmail: 'ana@example.com', customerId: customer.id });
  const sheet = world.drive.createSpreadsheet({ ownerId: user.id, title: 'Plan', timeZone: 'Europe/Vienna' });
  const project = new ScriptProject(world, {
    scriptId: 'script',
    code: SHORTHANDS + code,
    manifest: {
      timeZone: 'Etc/GMT',
      runtimeVersion: 'V8',
      oauthScopes: manifest.scopes ?? [LOCALE_SCOPE, FILE_SCOPE, ...('gmail' in (manifest.hosts ?? {}) ? [GMAIL_SCOPE] : [])],
      addOns: {
        common: { name: 'Sample', logoUrl: 'https://example.com/logo.png', homepageTrigger: { runFunction: 'home' }, ...manifest.common },
        ...(manifest.hosts ?? { sheets: {} }),
      },
      ...(manifest.webapp && { webapp: manifest.webapp }),
    },
    project: '1',
    ownerId: user.id,
  });
  return {
    world,
    project,
    userId: user.id,
    spreadsheetId: sheet.id,
    open({ consent = true, ...options } = {}) {
      if (consent) project.consent(user.id, 'all');
      return Sidebar.open(project, { userId: user.id, spreadsheetId: sheet.id, deployment: 'test', ...options });
    },
  };
}
