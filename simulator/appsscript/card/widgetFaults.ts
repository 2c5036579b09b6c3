import { buttonFaults } from './buttonFaults';
import { clickFaults, type Note } from './clickFaults';
import type { ActionJson, DecoratedTextJson, GridJson, SelectionInputJson, TextInputJson, WidgetJson } from './CardJson';
import { GRID_COLUMNS, ID_PATTERN, ITEMS_PER_SELECTION, MULTI_SELECT_DEFAULT } from './limits';

const KINDS = ['textParagraph', 'decoratedText', 'textInput', 'selectionInput', 'dateTimePicker', 'buttonList', 'image', 'grid', 'divider'];
const SELECTION_TYPES = ['CHECK_BOX', 'RADIO_BUTTON', 'SWITCH', 'DROPDOWN', 'MULTI_SELECT'];

export function widgetFaults(widget: WidgetJson, at: string, note: Note): void {
  const { id, ...rest } = widget;
  const kinds = Object.keys(rest);
  const kind = kinds[0] ?? '';
  note(kinds.length !== 1, at, 'A widget must be exactly one thing.');
  note(!KINDS.includes(kind), at, `${kind || 'nothing'} is not a widget of add-on side panels.`);
  note(id !== undefined && !ID_PATTERN.test(id), at, `Invalid id: ${id}.`);
  const where = `${at}.${kind}`;
  note(widget.textParagraph !== undefined && !widget.textParagraph.text, where, 'A text paragraph must have text.');
  if (widget.decoratedText) decoratedTextFaults(widget.decoratedText, where, note);
  if (widget.textInput) textInputFaults(widget.textInput, where, note);
  if (widget.selectionInput) selectionFaults(widget.selectionInput, where, note);
  if (widget.dateTimePicker) note(!widget.dateTimePicker.name, where, 'An input must have a field name.');
  changeFaults((widget.textInput ?? widget.selectionInput ?? widget.dateTimePicker)?.onChangeAction, where, note);
  if (widget.buttonList) {
    note(widget.buttonList.buttons.length === 0, where, 'A button list must have a button.');
    widget.buttonList.buttons.forEach((button, i) => buttonFaults(button, `${where}.buttons[${i}]`, note));
  }
  if (widget.image) {
    note(!widget.image.imageUrl || !widget.image.altText, where, 'An image must have a URL and alternative text.');
    if (widget.image.onClick) clickFaults(widget.image.onClick, where, note);
  }
  if (widget.grid) gridFaults(widget.grid, where, note);
}

function decoratedTextFaults(widget: DecoratedTextJson, at: string, note: Note): void {
  const { button, switchControl, endIcon } = widget;
  note(!widget.text, at, 'A decorated text must have text.');
  note([button, switchControl, endIcon].filter((one) => one !== undefined).length > 1, at, 'Only one button, one switch or one icon.');
  if (button) buttonFaults(button, `${at}.button`, note);
  if (widget.onClick) clickFaults(widget.onClick, at, note);
  if (switchControl) {
    note(!switchControl.name, `${at}.switchControl`, 'A switch must have a field name.');
    changeFaults(switchControl.onChangeAction, `${at}.switchControl`, note);
  }
}

function textInputFaults(widget: TextInputJson, at: string, note: Note): void {
  note(!widget.name, at, 'An input must have a field name.');
  note(!widget.label && !widget.hintText, at, 'A text input must have a title or a hint.');
  note((widget.validation?.characterLimit ?? 1) < 1, at, 'A character limit must be positive.');
  changeFaults(widget.autoCompleteAction, at, note);
}

function selectionFaults(widget: SelectionInputJson, at: string, note: Note): void {
  const { type, items = [], multiSelectMaxSelectedItems: most } = widget;
  const many = type === 'MULTI_SELECT';
  const selected = items.filter((item) => item.selected).length;
  note(!widget.name, at, 'An input must have a field name.');
  note(!SELECTION_TYPES.includes(type), at, `${type} is not a type of selection.`);
  note(items.length > ITEMS_PER_SELECTION, at, `At most ${ITEMS_PER_SELECTION} items.`);
  note(
    items.some((item) => !item.text),
    at,
    'An item must have text.',
  );
  note((type === 'RADIO_BUTTON' || type === 'DROPDOWN') && selected > 1, at, 'Only one item can be selected.');
  note(!many && (most ?? widget.multiSelectMinQueryLength) !== undefined, at, 'Only a MULTI_SELECT has multi-select settings.');
  note(!many && items.some((item) => item.bottomText !== undefined), at, 'Only a MULTI_SELECT has multi-select items.');
  note(most !== undefined && most < 1, at, 'A multi-select takes at least one item.');
  note(many && selected > (most ?? MULTI_SELECT_DEFAULT), at, `At most ${most ?? MULTI_SELECT_DEFAULT} items can be selected.`);
  note('externalDataSource' in widget || 'platformDataSource' in widget, at, 'Add-ons can only use static items.');
}

function gridFaults(grid: GridJson, at: string, note: Note): void {
  const { columnCount = GRID_COLUMNS.from, items = [] } = grid;
  note(columnCount < GRID_COLUMNS.from || columnCount > GRID_COLUMNS.to, at, 'A grid in the side panel has 1 or 2 columns.');
  note(items.length === 0, at, 'A grid must have an item.');
  if (grid.onClick) clickFaults(grid.onClick, at, note);
}

function changeFaults(action: ActionJson | undefined, at: string, note: Note): void {
  note(action !== undefined && !action.function, at, 'An action must have a function name.');
}
