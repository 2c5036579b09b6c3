/**
 * A card as plain data, with the field names of google.apps.card.v1
 * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1). Only what Roster uses.
 * Text fields marked "markup" take Google's basic HTML: text from people goes through `escape` first.
 */
export interface CardSpec {
  /** Lets navigation return to this card by name. */
  readonly name: string;
  readonly header: { readonly title: string; readonly subtitle?: string };
  readonly sections: readonly SectionSpec[];
  readonly fixedFooter?: { readonly primaryButton: ButtonSpec; readonly secondaryButton?: ButtonSpec };
}

export interface SectionSpec {
  readonly header?: string;
  readonly collapsible?: boolean;
  readonly uncollapsibleWidgetsCount?: number;
  readonly widgets: readonly WidgetSpec[];
}

export type WidgetSpec =
  | { readonly textParagraph: { readonly text: string } }
  | { readonly decoratedText: DecoratedTextSpec }
  | { readonly textInput: TextInputSpec }
  | { readonly selectionInput: SelectionInputSpec }
  | { readonly dateTimePicker: DateTimePickerSpec }
  | { readonly buttonList: { readonly buttons: readonly ButtonSpec[] } }
  | { readonly divider: Record<string, never> }
  /** Not Google's: the text with a link to Google's consent page, drawn only while a permission of the reader is missing. */
  | { readonly permissions: { readonly text: string } };

export interface DecoratedTextSpec {
  readonly topLabel?: string;
  /** Markup. */
  readonly text: string;
  readonly bottomLabel?: string;
  readonly wrapText?: boolean;
  readonly button?: ButtonSpec;
  readonly switchControl?: {
    readonly name: string;
    readonly value: string;
    readonly selected: boolean;
    readonly onChangeAction?: ActionSpec;
  };
  readonly onClick?: OnClickSpec;
}

export interface TextInputSpec {
  readonly name: string;
  readonly label: string;
  readonly hintText?: string;
  readonly value?: string;
  readonly type?: 'SINGLE_LINE' | 'MULTIPLE_LINE';
  readonly onChangeAction?: ActionSpec;
  /** Called after the person pauses typing; answered by a SuggestionsSpec. */
  readonly autoCompleteAction?: ActionSpec;
}

export interface SelectionInputSpec {
  readonly name: string;
  readonly label?: string;
  readonly type: 'CHECK_BOX' | 'RADIO_BUTTON' | 'SWITCH' | 'DROPDOWN';
  /** At most 100. */
  readonly items: readonly { readonly text: string; readonly value: string; readonly selected: boolean }[];
  readonly onChangeAction?: ActionSpec;
}

/** Shown in the person's own time zone (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#datetimepicker). */
export interface DateTimePickerSpec {
  readonly name: string;
  readonly label: string;
  readonly type: 'DATE_AND_TIME';
  /** Milliseconds since the epoch, as digits. */
  readonly valueMsEpoch?: string;
  readonly onChangeAction?: ActionSpec;
}

export interface ButtonSpec {
  readonly text: string;
  readonly altText?: string;
  readonly type?: 'FILLED' | 'OUTLINED';
  readonly disabled?: boolean;
  readonly onClick: OnClickSpec;
}

export type OnClickSpec = { readonly action: ActionSpec } | { readonly openLink: { readonly url: string } };

/** `name` is an entry of the action table in src/entry; parameters are strings only, as Google requires. */
export interface ActionSpec {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Whether what the person typed stays in the fields after the action. Default true: nothing typed is lost when the answer
   * is a notification or a pushed card, and then the client's value wins over `value` of a redrawn field of the same name.
   * Use false where the answer redraws the card and must empty or replace a field ("Add selected" clears the search).
   */
  readonly persistValues?: boolean;
}

/** What a card callback answers. */
export type CardAnswer =
  | { readonly kind: 'update' | 'root'; readonly card: CardSpec; readonly notification?: string }
  /** `below`: the card that is covered, drawn with what was stored; a host may forget what was typed on it. */
  | { readonly kind: 'push'; readonly card: CardSpec; readonly below?: CardSpec; readonly notification?: string }
  /** Back to an earlier card of this name and redraw it with `card`. */
  | {
      readonly kind: 'popTo';
      readonly name: string;
      readonly card: CardSpec;
      readonly notification?: string;
      /** What other cards of the panel show is old now: the host fetches them again. */
      readonly stateChanged?: true;
    }
  | { readonly kind: 'pop'; readonly notification?: string }
  | { readonly kind: 'notify'; readonly notification: string };

export interface SuggestionsSpec {
  readonly items: readonly string[];
}

/** What the person did: the action, its parameters, and the form fields of the card, every value a list of strings. */
export interface CardEvent {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly locale: string;
  readonly timeZone: string | undefined;
  /** The application beside which the card stands: `SHEETS`, `GMAIL`. */
  readonly host: string;
}
