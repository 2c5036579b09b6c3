import { encodeNote } from '../src/core/approvals/OfficerNote';
import { encodeEntry, openRequestLimit, type RequestEntry } from '../src/core/approvals/RequestEntry';
import type { Workplace } from './makeWorkplace';

const REQUESTS = 500;
const DAY = 24 * 3_600_000;

export const idOf = (number: number): string => number.toString(16).padStart(8, '0').repeat(4);

/** So many requests, 100 of them open and waiting, as the operator leaves them in script properties. */
export const addRequests = ({ world, project, administrator }: Workplace, count = REQUESTS): void => {
  const now = world.clock.now();
  const values: Record<string, string> = {};
  for (let number = 0; number < count; number += 1) {
    const open = number < openRequestLimit;
    const entry: RequestEntry = {
      id: idOf(number),
      state: open ? 'waiting' : 'done',
      kind: 'workflow',
      name: `Contacts for the new colleagues of office ${number}`,
      type: 'modify',
      requesterId: administrator.id,
      digest: idOf(number).repeat(2),
      createdAt: now - number,
      changedAt: now - number,
      expiresAt: now + 14 * DAY,
      preApprovalId: '',
      deciders: [],
      needed: 1,
      asked: true,
      targets: 50,
      planned: { creates: 5000, skips: 12 },
      calls: { reads: 50, writes: 50, tokens: 100, directory: 50, dailyContactWrites: 10_000, seconds: 60, slices: 1 },
      outcome: { done: 0, skipped: 0, failed: 0, created: 0 },
      told: '',
      viewDigest: '0123456789abcdef',
    };
    values[`request.${entry.id}`] = encodeEntry(entry);
    if (!open) continue;
    values[`note.${entry.id}`] = encodeNote({
      requester: administrator.primaryEmail,
      actions: Array.from(
        { length: 10 },
        (_, action) => `From source@acme.test, label “Customers ${action}”, label created at the targets`,
      ),
      more: 0,
      totals: ['50 targets', '5,000 new contacts; 12 contacts already there or without content', 'Nothing is changed or deleted'],
      risks: ['3 targets with a warning; the preview says which'],
      examples: [],
      barred: [],
    });
  }
  if (project.scriptProperties.set(values) !== 'written') throw new Error('the requests do not fit into the script properties');
};
