import type { ScriptProject } from '../appsscript/ScriptProject';

const granted = new WeakMap<ScriptProject, Set<string>>();

/** True when this person allowed the add-on to use this file (drive.file). Kept per project, person and file. */
export function hasFileScope(project: ScriptProject, userId: string, fileId: string): boolean {
  return granted.get(project)?.has(`${userId}/${fileId}`) ?? false;
}

export function grantFileScope(project: ScriptProject, userId: string, fileId: string): void {
  const files = granted.get(project) ?? new Set<string>();
  granted.set(project, files.add(`${userId}/${fileId}`));
}
