import type { Only } from '../app/requests/PageOptions';
import type { TargetLine, TargetPage } from '../app/requests/pageOfTargets';
import { add, begin, button, control, end, tell, view } from './screen';
import { showContacts } from './showContacts';
import { counted, showLines } from './showLines';
import type { Visit } from './Visit';

/** `from`: the control that was used, which gets the focus back. */
export const showTargets = (visit: Visit, page = 0, only: Only = 'all', from?: string): void =>
  visit.ask(
    { view: 'targets', page, only },
    ({ targets }) => targets,
    (targets) => {
      const told = howMany(visit, targets);
      begin(`Targets of “${visit.title}”`);
      showFilter(visit, only, targets);
      add(view, 'p', told);
      // The heading stays the same: what the filter or a further page shows is told.
      if (from === 'filter' || from === 'page') tell(told, 'heard');
      const back = { text: 'Back to the request', go: () => visit.goBack('See each target') };
      showLines(
        targets,
        (next) => showTargets(visit, next, only, 'page'),
        back,
        (item, one) => showTarget(visit, item, one, (name) => showTargets(visit, targets.page, only, name)),
      );
      end(from);
    },
  );

const howMany = ({ request }: Visit, targets: TargetPage): string => {
  if (targets.total === 0) return 'There is none.';
  const many = targets.total.toLocaleString('en');
  return counted(targets, request.summary.actions.length > 1 ? `${many} lines, one for each action of a target.` : `${many} in all.`);
};

const showFilter = (visit: Visit, only: Only, { kinds }: TargetPage): void => {
  const show = (next: Only): void => showTargets(visit, 0, next, 'filter');
  if (kinds.length > 1) {
    add(view, 'label', 'Show', { for: 'show' });
    const list = control(add(view, 'select', undefined, { id: 'show' }), 'filter');
    add(list, 'option', 'All rows', { value: 'all' });
    for (const [value, text, count] of kinds) add(list, 'option', `${text} (${count.toLocaleString('en')})`, { value });
    add(list, 'option', 'Warned, left out, or not as planned', { value: 'noted' });
    list.value = only;
    list.addEventListener('change', () => show(list.value as Only));
    return;
  }
  const label = add(view, 'label');
  const box = control(add(label, 'input', undefined, { type: 'checkbox' }), 'filter');
  add(label, 'span', ' Only targets with a warning or a refusal');
  box.checked = only === 'noted';
  box.addEventListener('change', () => show(box.checked ? 'noted' : 'all'));
};

const showTarget = (visit: Visit, item: HTMLElement, one: TargetLine, comeBack: (name: string) => void): void => {
  const { actions } = visit.request.summary;
  const isOneOfMany = actions.length > 1;
  add(item, 'strong', one.address);
  if (isOneOfMany) add(item, 'p', `Action ${one.action + 1}: ${actions[one.action] ?? ''}`);
  add(item, 'p', one.plan);
  if (one.warning) add(item, 'p', `Beware: ${one.warning}`);
  if (one.result) add(item, 'p', one.result);
  if (!one.hasContacts) return;
  const name = `See each contact at ${one.address}${isOneOfMany ? `, action ${one.action + 1}` : ''}`;
  const back = { text: 'Back to the targets', go: () => comeBack(name) };
  button(item, 'See each contact', () => showContacts(visit, one, back), { 'aria-label': name });
};
