import type { ScriptProject } from '../appsscript/ScriptProject';
import { AddOnHost } from './AddOnHost';
import { SidePanel, type SidePanelOptions } from './SidePanel';

export type SidebarOptions = SidePanelOptions & { readonly spreadsheetId: string };

/** A person's hands on the panel of an add-on beside a spreadsheet. */
export class Sidebar extends SidePanel {
  /** The person opens the add-on beside a spreadsheet they may open. */
  static open(project: ScriptProject, options: SidebarOptions): Sidebar {
    const role = project.world.drive.spreadsheet(options.spreadsheetId)?.roleOf(options.userId);
    if (role === undefined) throw new Error(`${options.userId} cannot open the spreadsheet ${options.spreadsheetId}.`);
    const host = new AddOnHost(project, { ...options, hostApp: 'SHEETS' });
    host.open();
    return new Sidebar(host);
  }
}
