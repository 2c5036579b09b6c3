import { setsAction } from './actionClasses';
import { ITEMS_PER_SELECTION } from './limits';
import { append, sets, setsPart, type Making, type Member, type PartClass } from './PartClass';
import type { Part } from './Part';
import { anyText, enumOf, flag, integer, number, part, text } from './Parameter';
import { widgetMembers } from './widgetMembers';

/** https://developers.google.com/apps-script/reference/card-service/text-input */
const textInput: PartClass = {
  className: 'TextInput',
  widget: 'textInput',
  members: {
    ...widgetMembers,
    setFieldName: sets('name', text),
    setTitle: sets('label', text),
    setHint: sets('hintText', text),
    setValue: sets('value', text),
    setMultiline: { takes: [[flag]], does: (made, [on]) => void (made.json['type'] = on ? 'MULTIPLE_LINE' : 'SINGLE_LINE') },
    setOnChangeAction: setsAction('onChangeAction'),
    setSuggestions: setsPart('initialSuggestions', part('Suggestions')),
    setSuggestionsAction: setsAction('autoCompleteAction'),
    setValidation: setsPart('validation', part('Validation')),
  },
};

function addItem(made: Part, item: object, { refuse }: Making): void {
  const items = append(made, 'items', item);
  if (items.length > ITEMS_PER_SELECTION) refuse(`A SelectionInput can't have more than ${ITEMS_PER_SELECTION} items.`);
}

/** Static items only: other data sources are for Chat (https://developers.google.com/apps-script/reference/card-service/selection-input). */
const selectionInput: PartClass = {
  className: 'SelectionInput',
  widget: 'selectionInput',
  start: () => ({ type: 'CHECK_BOX' }),
  members: {
    ...widgetMembers,
    setFieldName: sets('name', text),
    setTitle: sets('label', text),
    setType: sets('type', enumOf('SelectionInputType')),
    addItem: {
      takes: [[anyText, anyText, flag]],
      does: (made, [label, value, selected], making) => addItem(made, { text: label, value, selected }, making),
    },
    addMultiSelectItem: {
      takes: [[anyText, anyText, flag, anyText, anyText]],
      does: (made, [label, value, selected, startIconUri, bottomText], making) =>
        addItem(made, { text: label, value, selected, startIconUri, bottomText }, making),
    },
    setMultiSelectMaxSelectedItems: sets('multiSelectMaxSelectedItems', integer),
    setMultiSelectMinQueryLength: sets('multiSelectMinQueryLength', integer),
    setOnChangeAction: setsAction('onChangeAction'),
  },
};

const pickerMembers = {
  ...widgetMembers,
  setFieldName: sets('name', text),
  setTitle: sets('label', text),
  setOnChangeAction: setsAction('onChangeAction'),
} as const;

/** Milliseconds travel as a string. */
const setValueInMsSinceEpoch: Member = {
  takes: [[number], [text]],
  does: (made, [value], { refuse }) => {
    if (!/^-?\d+$/.test(String(value))) refuse(`Invalid number: ${value}`);
    made.json['valueMsEpoch'] = String(value);
  },
};

/** https://developers.google.com/apps-script/reference/card-service/date-picker */
const datePicker: PartClass = {
  className: 'DatePicker',
  widget: 'dateTimePicker',
  start: () => ({ type: 'DATE_ONLY' }),
  members: { ...pickerMembers, setValueInMsSinceEpoch },
};

/** https://developers.google.com/apps-script/reference/card-service/date-time-picker */
const dateTimePicker: PartClass = {
  className: 'DateTimePicker',
  widget: 'dateTimePicker',
  start: () => ({ type: 'DATE_AND_TIME' }),
  members: { ...pickerMembers, setValueInMsSinceEpoch, setTimeZoneOffsetInMins: sets('timezoneOffsetDate', integer) },
};

/** Hours 0–23, minutes 0–59: one of them moves its part of the time of day. */
const setsTime = (unit: number, below: number): Member => ({
  takes: [[integer]],
  does: (made, [value], { refuse }) => {
    if (value < 0 || value >= below) refuse(`Out of range: ${value}. It must be from 0 to ${below - 1}.`);
    const before = Number(made.json['valueMsEpoch'] ?? '0');
    const old = Math.floor(before / unit) % below;
    made.json['valueMsEpoch'] = String(before + (value - old) * unit);
  },
});

/** https://developers.google.com/apps-script/reference/card-service/time-picker */
const timePicker: PartClass = {
  className: 'TimePicker',
  widget: 'dateTimePicker',
  start: () => ({ type: 'TIME_ONLY' }),
  members: { ...pickerMembers, setHours: setsTime(3_600_000, 24), setMinutes: setsTime(60_000, 60) },
};

export const inputClasses: readonly PartClass[] = [textInput, selectionInput, datePicker, dateTimePicker, timePicker];
