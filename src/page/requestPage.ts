import type { PageRequest } from '../app/approvals/PageRequest';
import type { PageText } from '../app/requests/showPage';
import { confirmDecision } from './confirmDecision';
import { begin, button, buttonRow, call, end, items, section, showText, tell } from './screen';
import { showDeciding, showSummary } from './showRequestFacts';
import { showTargets } from './showTargets';
import type { Visit } from './Visit';

/** The page of one request. Everything on it comes from `showPage` and `decide`, which look at who is asking. */
export const start = (requestId: string): void => {
  const ask: Visit['ask'] = (options, wanted, showFound) =>
    call(
      (run) => run.showPage(requestId, options),
      (answer) => {
        const found = wanted(answer);
        if (found === undefined) show(answer);
        else showFound(found);
      },
      'Roster did not answer. Try again in a minute.',
    );
  const load = (): void => ask({ view: 'request' }, (answer) => answer, show);

  const show = (answer: PageText): void => {
    if (answer.request !== undefined) return showRequest(answer, answer.request);
    showText(answer);
    button(buttonRow(), 'Refresh', load);
    end();
  };

  const showRequest = ({ title, decided }: Pick<PageText, 'title' | 'decided'>, request: PageRequest, from?: string): void => {
    const goBack = (name: string): void => {
      tell('');
      showRequest({ title }, request, name);
    };
    const visit: Visit = { requestId, title, request, show, ask, goBack };
    begin(title);
    showSummary(request);
    showDeciding(request);
    if (request.results.length > 0) items(section('Results'), request.results);
    const buttons = buttonRow();
    if (request.mayDecide) {
      button(buttons, 'Approve', () => confirmDecision(visit, 'approve'), { class: 'main' });
      button(buttons, 'Deny', () => confirmDecision(visit, 'deny'));
    }
    if (request.hasTargets) button(buttons, 'See each target', () => showTargets(visit));
    button(buttons, 'Refresh', load);
    if (decided !== undefined) tell(decided.join(' '));
    end(from);
  };

  begin('Request');
  load();
};
