import type { Paged, TargetLine } from '../app/requests/pageOfTargets';
import { add, begin, button, control, end, tell, view } from './screen';
import { showContacts } from './showContacts';
import { counted, showLines } from './showLines';
import type { Visit } from './Visit';

type Only = 'all' | 'noted';
type Targets = Paged<TargetLine>;

/** `from`: the control that was used, which gets the focus back. */
export const showTargets = (visit: Visit, page = 0, only: Only = 'all', from?: string): void =>
  visit.ask(
    { view: 'targets', page, only },
    ({ targets }) => targets,
    (targets) => {
      const told = howMany(visit, targets);
      begin(`Targets of “${visit.title}”`);
      showFilter(visit, only);
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

const howMany = ({ request }: Visit, targets: Targets): string => {
  if (targets.total === 0) return 'There is none.';
  const many = targets.total.toLocaleString('en');
  return counted(targets, request.summary.actions.length > 1 ? `${many} lines, one for each action of a target.` : `${many} in all.`);
};

const showFilter = (visit: Visit, only: Only): void => {
  const label = add(view, 'label');
  const box = control(add(label, 'input', undefined, { type: 'checkbox' }), 'filter');
  add(label, 'span', ' Only targets with a warning or a refusal');
  box.checked = only === 'noted';
  box.addEventListener('change', () => showTargets(visit, 0, box.checked ? 'noted' : 'all', 'filter'));
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
