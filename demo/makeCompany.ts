import { readFileSync } from 'node:fs';
import { Scheduler } from '../simulator/appsscript/Scheduler';
import type { ScriptProject } from '../simulator/appsscript/ScriptProject';
import { deployRoster } from './deployRoster';
import type { UserRecord } from '../simulator/directory/DirectoryRecords';
import type { SpreadsheetFile } from '../simulator/drive/SpreadsheetFile';
import { loadContactsCsv } from '../simulator/loaders/loadContactsCsv';
import { loadGroupMembersCsv } from '../simulator/loaders/loadGroupMembersCsv';
import type { LoadReport } from '../simulator/loaders/LoadReport';
import { decodeText } from '../simulator/loaders/readCsv';
import { loadTargetsCsv } from '../simulator/loaders/loadTargetsCsv';
import { loadUsersCsv } from '../simulator/loaders/loadUsersCsv';
import { readScriptFolder } from '../simulator/loaders/readScriptFolder';
import { World } from '../simulator/World';
import type { DemoOptions } from './readOptions';
import { SAMPLE } from './sample';

/** A company with Roster deployed and nothing set up yet: what an administrator has after pushing the script. */
export interface Company {
  readonly world: World;
  readonly project: ScriptProject;
  readonly scheduler: Scheduler;
  readonly operator: UserRecord;
  readonly administrator: UserRecord;
  readonly source: UserRecord;
  /** Name of the label to copy; empty = all contacts. */
  readonly label: string;
  readonly serviceAccount: string;
  readonly webAppUrl: string;
  readonly operatorFile: SpreadsheetFile;
  /** The administrator's own Sheet: a list of targets where one was given. */
  readonly administratorFile: SpreadsheetFile;
  readonly hasTargetsFile: boolean;
  /** Nothing of one's own was given: the walk may do what only the sample company has. */
  readonly isSample: boolean;
  readonly primaryDomain: string;
  /** What each file gave, and what of it was refused. */
  readonly loaded: readonly { readonly file: string; readonly report: LoadReport }[];
}

const read = (file: string): string => decodeText(readFileSync(file));

/** Reads the files (the sample company's where none is given), adds the accounts Roster needs, and deploys `dist`. */
export function makeCompany(options: DemoOptions, dist = 'dist'): Company {
  const world = new World();
  const loaded: { file: string; report: LoadReport }[] = [];
  const load = <T extends LoadReport>(file: string, report: T): T => {
    loaded.push({ file, report });
    return report;
  };
  const own = options.users !== undefined;
  const usersFile = options.users ?? SAMPLE.users;
  const users = load(usersFile, loadUsersCsv(world, read(usersFile)));
  const membersFile = options.members ?? (own ? undefined : SAMPLE.members);
  if (membersFile !== undefined) load(membersFile, loadGroupMembersCsv(world, read(membersFile)));
  const primaryDomain = world.directory.customer(users.customerId).domains[0]?.domainName ?? '';
  const operator = account(world, users.customerId, `roster@${primaryDomain}`, 'Roster', 'Operator');
  const administrator = account(
    world,
    users.customerId,
    own ? `roster-admin@${primaryDomain}` : SAMPLE.administrator,
    'Roster',
    'Administrator',
  );
  const contacts = options.contacts.length > 0 || own ? options.contacts : SAMPLE.contacts;
  for (const { user, file } of contacts) load(file, loadContactsCsv(world, known(world, user).id, read(file)));
  const sourceEmail = options.source ?? contacts[0]?.user;
  if (sourceEmail === undefined) throw new Error('Whose contacts shall be copied? Give --contacts USER=FILE.');

  const { project, serviceAccount } = deployRoster(world, {
    customerId: users.customerId,
    operatorId: operator.id,
    ...readScriptFolder(dist),
  });
  project.consent(operator.id);
  project.consent(administrator.id);

  const targetsFile = options.targets ?? (own ? undefined : SAMPLE.targets);
  const timeZone = 'Europe/Berlin';
  const sheet = { ownerId: administrator.id, title: 'New colleagues', timeZone };
  const administratorFile =
    targetsFile === undefined
      ? world.drive.createSpreadsheet(sheet)
      : (() => {
          const report = loadTargetsCsv(world, read(targetsFile), sheet);
          load(targetsFile, report);
          return report.file;
        })();
  return {
    world,
    project,
    scheduler: new Scheduler(world, project),
    operator,
    administrator,
    source: known(world, sourceEmail),
    label: options.label ?? (own ? '' : SAMPLE.label),
    serviceAccount: serviceAccount.email,
    webAppUrl: project.deployWebApp({ by: operator.id }),
    operatorFile: world.drive.createSpreadsheet({ ownerId: operator.id, title: 'Notes', timeZone }),
    administratorFile,
    hasTargetsFile: targetsFile !== undefined,
    isSample: !own && options.targets === undefined && options.members === undefined,
    primaryDomain,
    loaded,
  };
}

/** The account with this address, made when the files do not have it; a super administrator, since no file says who is one. */
function account(world: World, customerId: string, primaryEmail: string, givenName: string, familyName: string): UserRecord {
  const user =
    world.directory.userByEmail(primaryEmail) ?? world.directory.addUser({ primaryEmail, customerId, name: { givenName, familyName } });
  world.directory.makeAdmin(user.id);
  return user;
}

function known(world: World, email: string): UserRecord {
  const user = world.directory.userByEmail(email);
  if (user === undefined) throw new Error(`There is no user ${email} in the users file.`);
  return user;
}
