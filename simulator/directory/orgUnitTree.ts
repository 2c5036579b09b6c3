import type { World } from '../World';
import type { CustomerRecord, OrgUnitRecord } from './DirectoryRecords';

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';

export function makeOrgUnit(world: World, customer: CustomerRecord, parent: OrgUnitRecord | undefined, name: string): OrgUnitRecord {
  const unit: OrgUnitRecord = {
    orgUnitId: `id:03ph8a2z${world.random.text(7, BASE36)}`,
    name,
    description: '',
    parentOrgUnitId: parent?.orgUnitId,
    orgUnitPath: parent === undefined ? '/' : join(parent.orgUnitPath, name),
  };
  customer.orgUnits.set(unit.orgUnitId, unit);
  return unit;
}

/** Paths compare without regard to case, as Google's do. */
export function orgUnitByPath(customer: CustomerRecord, path: string): OrgUnitRecord | undefined {
  const wanted = path.toLowerCase();
  return [...customer.orgUnits.values()].find((unit) => unit.orgUnitPath.toLowerCase() === wanted);
}

export function ensureOrgUnit(world: World, customer: CustomerRecord, path: string): OrgUnitRecord {
  if (!path.startsWith('/')) throw new Error(`simulator: an org unit path starts with a slash: ${path}`);
  const found = orgUnitByPath(customer, path);
  if (found !== undefined) return found;
  const cut = path.lastIndexOf('/');
  return makeOrgUnit(world, customer, ensureOrgUnit(world, customer, path.slice(0, cut) || '/'), path.slice(cut + 1));
}

/** True when `unit` is `top` or lies under it. */
export function isWithin(path: string, top: string): boolean {
  if (top === '/') return true;
  const [inner, outer] = [path.toLowerCase(), top.toLowerCase()];
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** Returns the paths that changed: old path → new path. */
export function moveOrgUnit(world: World, customer: CustomerRecord, from: string, to: string): Map<string, string> {
  const moved = orgUnitByPath(customer, from);
  if (moved === undefined || from === '/') throw new Error(`simulator: no org unit ${from} that can move`);
  const cut = to.lastIndexOf('/');
  const parent = ensureOrgUnit(world, customer, to.slice(0, cut) || '/');
  const changed = new Map<string, string>();
  const top = moved.orgUnitPath;
  for (const unit of customer.orgUnits.values()) {
    if (!isWithin(unit.orgUnitPath, top)) continue;
    const path = join(parent.orgUnitPath, to.slice(cut + 1)) + unit.orgUnitPath.slice(top.length);
    changed.set(unit.orgUnitPath, path);
    unit.orgUnitPath = path;
  }
  moved.parentOrgUnitId = parent.orgUnitId;
  moved.name = to.slice(cut + 1);
  return changed;
}

function join(parent: string, name: string): string {
  return parent === '/' ? `/${name}` : `${parent}/${name}`;
}
