import { append, printJson, sets, setsPart, type Member, type PartClass } from './PartClass';
import { snapshot, type Json, type Part } from './Part';
import { flag, part, parts, text } from './Parameter';

/** Ends a builder: the script gets the finished object of this class. */
const builds = (className: string, finish: (json: Json, refuse: (message: string) => never) => Json): Member => ({
  takes: [[]],
  does: (made, _none, at) =>
    at.execution.call(`CardService.${made.className}.build`, { milliseconds: 1 }, () =>
      at.finish(className, finish(snapshot(made), at.refuse)),
    ),
});

/** https://developers.google.com/apps-script/reference/card-service/action-response-builder */
const actionResponseBuilder: PartClass = {
  className: 'ActionResponseBuilder',
  members: {
    setNavigation: { takes: [[part('Navigation')]], does: (made, [value]) => void Object.assign(made.json, snapshot(value as Part)) },
    setNotification: setsPart('notification', part('Notification')),
    setOpenLink: setsPart('link', part('OpenLink')),
    setStateChanged: sets('stateChanged', flag),
    build: builds('ActionResponse', ({ stateChanged, ...action }, refuse) => {
      const { notification, link } = action as { notification?: Json; link?: Json };
      if (notification !== undefined && !notification['text']) refuse('A Notification must have text.');
      if (link !== undefined && !link['url']) refuse('An OpenLink must have a url.');
      return { renderActions: { action }, ...(stateChanged === undefined ? {} : { stateChanged }) };
    }),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/suggestions-response-builder */
const suggestionsResponseBuilder: PartClass = {
  className: 'SuggestionsResponseBuilder',
  members: {
    setSuggestions: setsPart('autoComplete', part('Suggestions')),
    build: builds('SuggestionsResponse', (json, refuse) =>
      json['autoComplete'] === undefined ? refuse('A SuggestionsResponse must have suggestions.') : json,
    ),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/universal-action-response-builder */
const universalActionResponseBuilder: PartClass = {
  className: 'UniversalActionResponseBuilder',
  members: {
    displayAddOnCards: {
      takes: [[parts('Card')]],
      does: (made, [cards]) => {
        made.json['navigations'] = [];
        for (const card of cards as Part[]) append(made, 'navigations', { pushCard: snapshot(card) });
      },
    },
    setOpenLink: setsPart('link', part('OpenLink')),
    build: builds('UniversalActionResponse', (json, refuse) =>
      Object.keys(json).length === 1 ? { action: json } : refuse('A UniversalActionResponse must have either cards or a link.'),
    ),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/editor-file-scope-action-response-builder */
const editorFileScopeActionResponseBuilder: PartClass = {
  className: 'EditorFileScopeActionResponseBuilder',
  members: {
    requestFileScopeForActiveDocument: {
      takes: [[]],
      does: (made) => void (made.json['editorAction'] = { requestFileScopeForActiveDocument: {} }),
    },
    build: builds('EditorFileScopeActionResponse', (hostAppAction) => ({ renderActions: { hostAppAction } })),
  },
};

const prompts = new WeakMap<object, Map<string, Json>>();

/** The sign-in an execution asked for by throwing an AuthorizationException, or undefined. */
export function promptOf(project: object, executionId: string): Json | undefined {
  return prompts.get(project)?.get(executionId);
}

/** Sends the person to a third party's sign-in (https://developers.google.com/apps-script/reference/card-service/authorization-exception). */
const authorizationException: PartClass = {
  className: 'AuthorizationException',
  members: {
    setAuthorizationUrl: sets('authorizationUrl', text),
    setResourceDisplayName: sets('resource', text),
    throwException: {
      takes: [[]],
      does: (made, _none, { execution, refuse }) => {
        if (!made.json['authorizationUrl'] || !made.json['resource']) {
          refuse('An AuthorizationException must have an authorization URL and a resource display name.');
        }
        const thrown = execution.exception(`Authorization is required for ${made.json['resource']}.`, 'AuthorizationException');
        const asked = prompts.get(execution.project) ?? new Map<string, Json>();
        prompts.set(execution.project, asked.set(execution.id, snapshot(made)));
        throw thrown;
      },
    },
    printJson,
  },
};

const built = (className: string): PartClass => ({ className, members: { printJson } });

export const responseClasses: readonly PartClass[] = [
  actionResponseBuilder,
  suggestionsResponseBuilder,
  universalActionResponseBuilder,
  editorFileScopeActionResponseBuilder,
  authorizationException,
  ...['ActionResponse', 'SuggestionsResponse', 'UniversalActionResponse', 'EditorFileScopeActionResponse'].map(built),
];
