/**
 * A card as the platform keeps it, with the names of
 * https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1. What CardService builds and what a
 * script may return as a plain object both end here.
 */
export interface CardJson {
  readonly name?: string;
  readonly header?: HeaderJson;
  readonly sections?: readonly SectionJson[];
  readonly cardActions?: readonly { readonly actionLabel: string; readonly onClick: OnClickJson }[];
  readonly fixedFooter?: { readonly primaryButton?: ButtonJson; readonly secondaryButton?: ButtonJson };
  readonly displayStyle?: string;
  readonly peekCardHeader?: HeaderJson;
}

export interface HeaderJson {
  readonly title: string;
  readonly subtitle?: string;
  readonly imageUrl?: string;
  readonly imageType?: string;
  readonly imageAltText?: string;
}

export interface SectionJson {
  readonly id?: string;
  readonly header?: string;
  readonly widgets?: readonly WidgetJson[];
  readonly collapsible?: boolean;
  readonly uncollapsibleWidgetsCount?: number;
}

/** Exactly one of the widget fields is set. */
export interface WidgetJson {
  readonly id?: string;
  readonly textParagraph?: { readonly text: string };
  readonly decoratedText?: DecoratedTextJson;
  readonly textInput?: TextInputJson;
  readonly selectionInput?: SelectionInputJson;
  readonly dateTimePicker?: DateTimePickerJson;
  readonly buttonList?: { readonly buttons: readonly ButtonJson[] };
  readonly image?: { readonly imageUrl: string; readonly altText?: string; readonly onClick?: OnClickJson };
  readonly grid?: GridJson;
  readonly divider?: Record<string, never>;
}

export interface DecoratedTextJson {
  readonly topLabel?: string;
  readonly text: string;
  readonly bottomLabel?: string;
  readonly wrapText?: boolean;
  readonly startIcon?: IconJson;
  readonly endIcon?: IconJson;
  readonly button?: ButtonJson;
  readonly switchControl?: SwitchJson;
  readonly onClick?: OnClickJson;
}

export interface SwitchJson {
  readonly name: string;
  readonly value?: string;
  readonly selected?: boolean;
  readonly controlType?: string;
  readonly onChangeAction?: ActionJson;
}

export interface TextInputJson {
  readonly name: string;
  readonly label?: string;
  readonly hintText?: string;
  readonly value?: string;
  readonly type?: string;
  readonly onChangeAction?: ActionJson;
  readonly autoCompleteAction?: ActionJson;
  readonly initialSuggestions?: { readonly items: readonly { readonly text: string }[] };
  readonly validation?: { readonly characterLimit?: number; readonly inputType?: string };
}

export interface SelectionInputJson {
  readonly name: string;
  readonly label?: string;
  readonly type: string;
  readonly items?: readonly SelectionItemJson[];
  readonly onChangeAction?: ActionJson;
  readonly multiSelectMaxSelectedItems?: number;
  readonly multiSelectMinQueryLength?: number;
}

export interface SelectionItemJson {
  readonly text: string;
  readonly value: string;
  readonly selected?: boolean;
  readonly bottomText?: string;
  readonly startIconUri?: string;
}

export interface DateTimePickerJson {
  readonly name: string;
  readonly label?: string;
  readonly type: 'DATE_AND_TIME' | 'DATE_ONLY' | 'TIME_ONLY';
  readonly valueMsEpoch?: string;
  readonly timezoneOffsetDate?: number;
  readonly onChangeAction?: ActionJson;
}

export interface IconJson {
  readonly knownIcon?: string;
  readonly iconUrl?: string;
  readonly altText?: string;
  readonly imageType?: string;
}

export interface ButtonJson {
  readonly text?: string;
  readonly icon?: IconJson;
  readonly altText?: string;
  readonly type?: string;
  readonly disabled?: boolean;
  readonly color?: { readonly red: number; readonly green: number; readonly blue: number };
  readonly onClick?: OnClickJson;
}

export interface GridJson {
  readonly title?: string;
  readonly columnCount?: number;
  readonly items?: readonly { readonly id?: string; readonly title?: string; readonly subtitle?: string }[];
  readonly onClick?: OnClickJson;
}

/** Exactly one field is set. */
export interface OnClickJson {
  readonly action?: ActionJson;
  readonly openLink?: OpenLinkJson;
  readonly openDynamicLinkAction?: ActionJson;
  readonly card?: CardJson;
}

export interface OpenLinkJson {
  readonly url: string;
  readonly openAs?: string;
  readonly onClose?: string;
}

export interface ActionJson {
  readonly function: string;
  readonly parameters?: readonly { readonly key: string; readonly value: string }[];
  readonly loadIndicator?: string;
  readonly persistValues?: boolean;
  readonly requiredWidgets?: readonly string[];
  readonly allWidgetsAreRequired?: boolean;
}
