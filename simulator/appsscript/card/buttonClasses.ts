import { clickMembers } from './clickMembers';
import { append, sets, setsPart, type Member, type PartClass } from './PartClass';
import { snapshot, type Part } from './Part';
import { enumOf, flag, part, text, type Parameter } from './Parameter';
import { widgetMembers } from './widgetMembers';

/** `#rrggbb` as the card reference has colours: parts of 1. */
const setBackgroundColor: Member = {
  takes: [[text]],
  does: (made, [color], { refuse }) => {
    const digits = /^#([0-9a-f]{6})$/i.exec(color as string)?.[1] ?? refuse(`Invalid color: ${color}`);
    const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16) / 255);
    made.json['color'] = { red, green, blue };
    made.json['type'] = 'FILLED';
  },
};

const setTextButtonStyle: Member = {
  takes: [[enumOf('TextButtonStyle')]],
  does: (made, [style]) => void (made.json['type'] = made.json['color'] === undefined ? style : 'FILLED'),
};

/** A predefined icon or one by URL: setting one replaces the other. */
const icon = (field: 'knownIcon' | 'iconUrl', parameter: Parameter): Member => ({
  takes: [[parameter]],
  does: (made, [value]) => void (made.json['icon'] = { [field]: value }),
});

/** https://developers.google.com/apps-script/reference/card-service/text-button */
const textButton: PartClass = {
  className: 'TextButton',
  widget: 'button',
  members: {
    ...clickMembers,
    ...widgetMembers,
    setText: sets('text', text),
    setAltText: sets('altText', text),
    setDisabled: sets('disabled', flag),
    setTextButtonStyle,
    setBackgroundColor,
    setIcon: icon('knownIcon', enumOf('Icon')),
    setIconUrl: icon('iconUrl', text),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/image-button */
const imageButton: PartClass = {
  className: 'ImageButton',
  widget: 'button',
  members: {
    ...clickMembers,
    ...widgetMembers,
    setAltText: sets('altText', text),
    setIcon: icon('knownIcon', enumOf('Icon')),
    setIconUrl: icon('iconUrl', text),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/button-set */
const buttonSet: PartClass = {
  className: 'ButtonSet',
  widget: 'buttonList',
  start: () => ({ buttons: [] }),
  members: {
    ...widgetMembers,
    addButton: {
      takes: [[part('TextButton', 'ImageButton')]],
      does: (made, [button]) => void append(made, 'buttons', snapshot(button as Part)),
    },
  },
};

/** https://developers.google.com/apps-script/reference/card-service/fixed-footer */
const fixedFooter: PartClass = {
  className: 'FixedFooter',
  members: {
    setPrimaryButton: setsPart('primaryButton', part('TextButton')),
    setSecondaryButton: setsPart('secondaryButton', part('TextButton')),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/card-action */
const cardAction: PartClass = { className: 'CardAction', members: { ...clickMembers, setText: sets('actionLabel', text) } };

export const buttonClasses: readonly PartClass[] = [textButton, imageButton, buttonSet, fixedFooter, cardAction];
