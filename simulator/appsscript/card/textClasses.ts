import { setsAction } from './actionClasses';
import { clickMembers } from './clickMembers';
import { sets, setsPart, type Member, type PartClass } from './PartClass';
import { snapshot, type Part } from './Part';
import { enumOf, flag, part, text } from './Parameter';
import { widgetMembers } from './widgetMembers';

/** One button, one switch or one end icon (https://developers.google.com/apps-script/reference/card-service/decorated-text). */
const atTheEnd = (field: string, ...classNames: readonly string[]): Member => ({
  takes: [[part(...classNames)]],
  does: (made, [value], { refuse }) => {
    const taken = ['button', 'switchControl', 'endIcon'].find((other) => other !== field && made.json[other] !== undefined);
    if (taken !== undefined) refuse('A DecoratedText can only support one button, one switch or one icon.');
    made.json[field] = snapshot(value as Part);
  },
});

const decoratedText: PartClass = {
  className: 'DecoratedText',
  widget: 'decoratedText',
  members: {
    ...clickMembers,
    ...widgetMembers,
    setText: sets('text', text),
    setTopLabel: sets('topLabel', text),
    setBottomLabel: sets('bottomLabel', text),
    setWrapText: sets('wrapText', flag),
    setStartIcon: setsPart('startIcon', part('IconImage')),
    setEndIcon: atTheEnd('endIcon', 'IconImage'),
    setButton: atTheEnd('button', 'TextButton', 'ImageButton'),
    setSwitchControl: atTheEnd('switchControl', 'Switch'),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/switch */
const switchControl: PartClass = {
  className: 'Switch',
  start: () => ({ controlType: 'SWITCH' }),
  members: {
    setFieldName: sets('name', text),
    setValue: sets('value', text),
    setSelected: sets('selected', flag),
    setControlType: sets('controlType', enumOf('SwitchControlType')),
    setOnChangeAction: setsAction('onChangeAction'),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/text-paragraph */
const textParagraph: PartClass = {
  className: 'TextParagraph',
  widget: 'textParagraph',
  members: { ...widgetMembers, setText: sets('text', text) },
};

/** https://developers.google.com/apps-script/reference/card-service/divider */
const divider: PartClass = { className: 'Divider', widget: 'divider', members: { ...widgetMembers } };

/** https://developers.google.com/apps-script/reference/card-service/image */
const image: PartClass = {
  className: 'Image',
  widget: 'image',
  members: { ...clickMembers, ...widgetMembers, setImageUrl: sets('imageUrl', text), setAltText: sets('altText', text) },
};

/** https://developers.google.com/apps-script/reference/card-service/icon-image */
const iconImage: PartClass = {
  className: 'IconImage',
  members: {
    setIcon: sets('knownIcon', enumOf('Icon')),
    setIconUrl: sets('iconUrl', text),
    setAltText: sets('altText', text),
    setImageCropType: {
      takes: [[enumOf('ImageCropType')]],
      does: (made, [type], { refuse }) => {
        if (type !== 'SQUARE' && type !== 'CIRCLE') refuse(`Icons can be cropped as SQUARE or CIRCLE, not ${type}.`);
        made.json['imageType'] = type;
      },
    },
  },
};

export const textClasses: readonly PartClass[] = [decoratedText, switchControl, textParagraph, divider, image, iconImage];
