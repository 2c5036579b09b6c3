import type { DateTimePickerSpec, DecoratedTextSpec, SelectionInputSpec, TextInputSpec, WidgetSpec } from '../cards/CardSpec';
import { permissionsUrl } from './permissionsUrl';
import { renderAction, renderButton, renderSuggestAction, setOnClick } from './renderAction';

type Widget = GoogleAppsScript.Card_Service.Widget;

/** At most 100 items: https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1 */
const SELECTION_ITEMS = 100;

/** Undefined: there is nothing to show. */
export const renderWidget = (spec: WidgetSpec): Widget | undefined => {
  if ('textParagraph' in spec) return CardService.newTextParagraph().setText(spec.textParagraph.text);
  if ('decoratedText' in spec) return renderDecoratedText(spec.decoratedText);
  if ('textInput' in spec) return renderTextInput(spec.textInput);
  if ('selectionInput' in spec) return renderSelectionInput(spec.selectionInput);
  if ('dateTimePicker' in spec) return renderDateTimePicker(spec.dateTimePicker);
  if ('buttonList' in spec) return renderButtonList(spec.buttonList.buttons.map(renderButton));
  if ('permissions' in spec) return renderPermissions(spec.permissions.text);
  return CardService.newDivider();
};

const renderPermissions = (text: string): Widget | undefined => {
  const url = permissionsUrl();
  if (url === undefined) return undefined;
  return renderDecoratedText({ text, wrapText: true, button: { text: 'Grant permission', onClick: { openLink: { url } } } });
};

const renderButtonList = (buttons: readonly GoogleAppsScript.Card_Service.TextButton[]): Widget => {
  const set = CardService.newButtonSet();
  for (const button of buttons) set.addButton(button);
  return set;
};

const renderDecoratedText = (spec: DecoratedTextSpec): Widget => {
  const widget = CardService.newDecoratedText().setText(spec.text);
  if (spec.topLabel !== undefined) widget.setTopLabel(spec.topLabel);
  if (spec.bottomLabel !== undefined) widget.setBottomLabel(spec.bottomLabel);
  if (spec.wrapText !== undefined) widget.setWrapText(spec.wrapText);
  if (spec.button !== undefined) widget.setButton(renderButton(spec.button));
  if (spec.switchControl !== undefined) widget.setSwitchControl(renderSwitch(spec.switchControl));
  if (spec.onClick !== undefined) setOnClick(widget, spec.onClick);
  return widget;
};

const renderSwitch = (spec: NonNullable<DecoratedTextSpec['switchControl']>): GoogleAppsScript.Card_Service.Switch => {
  const widget = CardService.newSwitch()
    .setFieldName(spec.name)
    .setValue(spec.value)
    .setSelected(spec.selected)
    .setControlType(CardService.SwitchControlType.SWITCH);
  if (spec.onChangeAction !== undefined) widget.setOnChangeAction(renderAction(spec.onChangeAction));
  return widget;
};

const renderTextInput = (spec: TextInputSpec): Widget => {
  const widget = CardService.newTextInput().setFieldName(spec.name).setTitle(spec.label);
  if (spec.hintText !== undefined) widget.setHint(spec.hintText);
  if (spec.value !== undefined) widget.setValue(spec.value);
  if (spec.type !== undefined) widget.setMultiline(spec.type === 'MULTIPLE_LINE');
  if (spec.onChangeAction !== undefined) widget.setOnChangeAction(renderAction(spec.onChangeAction));
  if (spec.autoCompleteAction !== undefined) widget.setSuggestionsAction(renderSuggestAction(spec.autoCompleteAction));
  return widget;
};

const renderSelectionInput = (spec: SelectionInputSpec): Widget => {
  if (spec.items.length > SELECTION_ITEMS) throw new Error(`${spec.name}: ${spec.items.length} items in one selection`);
  const widget = CardService.newSelectionInput().setFieldName(spec.name).setType(CardService.SelectionInputType[spec.type]);
  if (spec.label !== undefined) widget.setTitle(spec.label);
  for (const { text, value, selected } of spec.items) widget.addItem(text, value, selected);
  if (spec.onChangeAction !== undefined) widget.setOnChangeAction(renderAction(spec.onChangeAction));
  return widget;
};

/** No time zone is set: the client then takes the person's own. */
const renderDateTimePicker = (spec: DateTimePickerSpec): Widget => {
  const widget = CardService.newDateTimePicker().setFieldName(spec.name).setTitle(spec.label);
  if (spec.valueMsEpoch !== undefined) widget.setValueInMsSinceEpoch(spec.valueMsEpoch);
  if (spec.onChangeAction !== undefined) widget.setOnChangeAction(renderAction(spec.onChangeAction));
  return widget;
};
