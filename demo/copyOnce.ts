import type { UserRecord } from '../simulator/directory/DirectoryRecords';
import type { Sidebar } from '../simulator/host/Sidebar';
import { askForCopy } from './askForCopy';
import type { Company } from './makeCompany';
import { boundOf, contentsOf, countCalls, countDuplicates } from './measure';
import type { DemoResult, TargetResult } from './printResult';
import { readTab } from './readTab';
import { waitFor } from './waitFor';

/** One copy from the wizard to the summary mail, and what it did to the world. */
export function copyOnce(company: Company, sidebar: Sidebar, name: string, tell: (line: string) => void): DemoResult {
  const { world, project, administrator, source } = company;
  const before = new Map([...world.directory.users.keys()].map((id) => [id, contentsOf(world, id)]));
  const held = new Map([...world.directory.users.keys()].map((id) => [id, world.people.contactsOf(id).length]));
  const asked = askForCopy(company, sidebar, name, tell);
  tell("The operator's trigger runs it:");
  waitFor(company, sidebar, 'result', (text) => /\b(Done|Partly done|Failed)\b/.test(text.split('Results')[0] ?? ''), tell);
  const warnings = [...sidebar.warnings];
  if (warnings.length > 0) throw new Error(`The host warned: ${warnings.join('; ')}`);
  const mail = world.mail.inbox(administrator.id).at(-1);
  if (mail !== undefined) tell(`Mail to ${administrator.primaryEmail}: ${mail.subject}`);

  const workbook = world.drive.spreadsheets.find((file) => file.title === 'Roster workbook');
  const request = readTab(workbook, 'Requests').find((row) => row['name'] === name)?.['request'] ?? '';
  const rows = readTab(workbook, 'Results').filter((row) => row['request'] === request);
  const users = rows.map((row) => world.directory.userByEmail(row['target'] ?? ''));
  const perTarget = rows.map((row, index): TargetResult => {
    const user = users[index];
    const had = user === undefined ? 0 : (held.get(user.id) ?? 0);
    return {
      email: row['target'] ?? '',
      had,
      created: user === undefined ? 0 : world.people.contactsOf(user.id).length - had,
      skipped: Number(row['skipped']),
      status: row['status'] ?? '',
      reason: row['reason'] ?? '',
    };
  });
  const active = users.filter((user): user is UserRecord => user !== undefined && !user.suspended && !user.archived);
  const workload = {
    sourceHolds: held.get(source.id) ?? 0,
    contacts: contactsToCopy(company),
    targetsHeld: active.map((user) => held.get(user.id) ?? 0),
    withLabel: company.label !== '',
  };
  const previewed = world.network.log.entries.filter((entry) => entry.at >= asked.previewAt && entry.at < asked.sentAt);
  const ran = world.network.log.entries.filter((entry) => entry.at >= asked.sentAt && entry.executionId !== undefined);
  const runs = new Set(
    ran.filter((entry) => entry.effect !== 'read' || entry.operation?.startsWith('people.')).map((entry) => entry.executionId),
  );
  const executions = project.executions.filter((execution) => runs.has(execution.id));
  return {
    targets: perTarget.length,
    created: perTarget.reduce((sum, target) => sum + target.created, 0),
    skipped: perTarget.reduce((sum, target) => sum + target.skipped, 0),
    failed: rows.reduce((sum, row) => sum + Number(row['failed']), 0),
    duplicates: active.reduce(
      (sum, user) => sum + countDuplicates(world, user.id, before.get(user.id) ?? new Map(), contentsOf(world, source.id)),
      0,
    ),
    calls: countCalls(ran),
    bound: boundOf({ ...workload, write: true }),
    executions: executions.length,
    simulatedSeconds: executions.reduce((sum, execution) => sum + (execution.endedAt - execution.startedAt) / 1000, 0),
    preview: { calls: countCalls(previewed), bound: boundOf({ ...workload, write: false }) },
    perTarget,
    refused: asked.refused,
  };
}

function contactsToCopy({ world, source, label }: Company): number {
  if (label === '') return world.people.contactsOf(source.id).length;
  const group = world.people.contactGroupsOf(source.id).find((one) => one.name === label);
  return group === undefined ? 0 : world.people.membersOf(source.id, group.resourceName).length;
}
