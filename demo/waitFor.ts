import type { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';

/** Simulated triggers fire, and the person presses Refresh after each, until the card shows what they wait for. */
export function waitFor(
  company: Pick<Company, 'scheduler'>,
  sidebar: Sidebar,
  what: string,
  arrived: (text: string) => boolean,
  tell: (line: string) => void,
): void {
  for (let fired = 0; fired < 200; fired += 1) {
    if (arrived(sidebar.text())) return;
    if (!fireNext(company, tell)) throw new Error(`No trigger is left, and there is still no ${what}:\n${sidebar.text()}`);
    sidebar.press('Refresh');
  }
  throw new Error(`After 200 triggers there is still no ${what}:\n${sidebar.text()}`);
}

/** The operator's next trigger fires; false: none is left. */
export function fireNext({ scheduler }: Pick<Company, 'scheduler'>, tell: (line: string) => void): boolean {
  const trigger = scheduler.runNext();
  if (trigger === undefined) return false;
  const { functionName, outcome, startedAt, endedAt } = trigger;
  const at = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ');
  tell(`  ${at} UTC  trigger ${functionName}: ${outcome} after ${((endedAt - startedAt) / 1000).toFixed(1)} simulated seconds`);
  return true;
}
