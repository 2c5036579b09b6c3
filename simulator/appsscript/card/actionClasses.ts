import { append, printJson, sets, setsPart, type PartClass } from './PartClass';
import { snapshot, type Part } from './Part';
import { enumOf, flag, integer, part, stringMap, text, texts } from './Parameter';

/** https://developers.google.com/apps-script/reference/card-service/action */
const action: PartClass = {
  className: 'Action',
  members: {
    setFunctionName: sets('function', text),
    setParameters: {
      takes: [[stringMap]],
      does: (made, [map]) =>
        void (made.json['parameters'] = Object.entries(map as Record<string, string>).map(([key, value]) => ({ key, value }))),
    },
    setLoadIndicator: sets('loadIndicator', enumOf('LoadIndicator')),
    setPersistValues: sets('persistValues', flag),
    addRequiredWidget: { takes: [[text]], does: (made, [name]) => void append(made, 'requiredWidgets', name) },
    setAllWidgetsAreRequired: sets('allWidgetsAreRequired', flag),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/open-link */
const openLink: PartClass = {
  className: 'OpenLink',
  members: {
    setUrl: sets('url', text),
    setOpenAs: sets('openAs', enumOf('OpenAs')),
    setOnClose: {
      takes: [[enumOf('OnClose')]],
      does: (made, [name]) => void (made.json['onClose'] = name === 'RELOAD_ADD_ON' ? 'RELOAD' : name),
    },
  },
};

/** https://developers.google.com/apps-script/reference/card-service/notification */
const notification: PartClass = { className: 'Notification', members: { setText: sets('text', text) } };

/** Steps run in order (https://developers.google.com/apps-script/reference/card-service/navigation). */
const navigation: PartClass = {
  className: 'Navigation',
  start: () => ({ navigations: [] }),
  members: {
    pushCard: { takes: [[part('Card')]], does: (made, [card]) => void append(made, 'navigations', { pushCard: snapshot(card as Part) }) },
    updateCard: {
      takes: [[part('Card')]],
      does: (made, [card]) => void append(made, 'navigations', { updateCard: snapshot(card as Part) }),
    },
    popCard: { takes: [[]], does: (made) => void append(made, 'navigations', { pop: true }) },
    popToRoot: { takes: [[]], does: (made) => void append(made, 'navigations', { popToRoot: true }) },
    popToNamedCard: { takes: [[text]], does: (made, [name]) => void append(made, 'navigations', { popToCard: name }) },
    printJson,
  },
};

/** https://developers.google.com/apps-script/reference/card-service/suggestions */
const suggestions: PartClass = {
  className: 'Suggestions',
  start: () => ({ items: [] }),
  members: {
    addSuggestion: { takes: [[text]], does: (made, [value]) => void append(made, 'items', { text: value }) },
    addSuggestions: {
      takes: [[texts]],
      does: (made, [values]) => (values as string[]).forEach((value) => append(made, 'items', { text: value })),
    },
  },
};

/** https://developers.google.com/apps-script/reference/card-service/validation */
const validation: PartClass = {
  className: 'Validation',
  members: { setCharacterLimit: sets('characterLimit', integer), setInputType: sets('inputType', enumOf('InputType')) },
};

export const actionClasses: readonly PartClass[] = [action, openLink, notification, navigation, suggestions, validation];

export const setsAction = (field: string) => setsPart(field, part('Action'));
