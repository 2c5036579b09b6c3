import * as vm from 'node:vm';
import { cardService } from '../../simulator/appsscript/card/cardService';
import type { Execution } from '../../simulator/appsscript/Execution';

/** As much of an execution as CardService asks for: service work done at once, exceptions as Apps Script names them. */
const execution = {
  id: 'execution',
  project: {},
  call: (_name: string, _options: object, work: () => unknown) => work(),
  exception: (message: string, name = 'Exception') => Object.assign(new Error(message), { name }),
} as unknown as Execution;

/** Evaluates a script that uses CardService and returns its last value. */
export function runCardScript(code: string): unknown {
  return vm.runInNewContext(code, { CardService: cardService(execution) });
}

/** The JSON that `printJson()` of the script's last value prints. */
export function printed(code: string): unknown {
  return JSON.parse((runCardScript(code) as { printJson(): string }).printJson());
}

/** The card of a script whose last value is a CardSection: built, printed, and reduced to the section's widgets. */
export function widgetsOf(section: string): unknown[] {
  const card = printed(`CardService.newCardBuilder().addSection(${section}).build()`) as { sections: { widgets: unknown[] }[] };
  return card.sections.flatMap(({ widgets }) => widgets);
}

/** The widget that `widget` (an expression) is rendered to. */
export function widgetOf(widget: string): unknown {
  return widgetsOf(`CardService.newCardSection().addWidget(${widget})`)[0];
}
