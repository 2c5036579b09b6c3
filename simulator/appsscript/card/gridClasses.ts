import { clickMembers } from './clickMembers';
import { append, sets, setsPart, type PartClass } from './PartClass';
import { snapshot, type Part } from './Part';
import { enumOf, integer, part, text } from './Parameter';
import { widgetMembers } from './widgetMembers';

/** https://developers.google.com/apps-script/reference/card-service/grid */
const grid: PartClass = {
  className: 'Grid',
  widget: 'grid',
  members: {
    ...clickMembers,
    ...widgetMembers,
    setTitle: sets('title', text),
    setNumColumns: sets('columnCount', integer),
    addItem: { takes: [[part('GridItem')]], does: (made, [item]) => void append(made, 'items', snapshot(item as Part)) },
  },
};

/** https://developers.google.com/apps-script/reference/card-service/grid-item */
const gridItem: PartClass = {
  className: 'GridItem',
  members: {
    setIdentifier: sets('id', text),
    setTitle: sets('title', text),
    setSubtitle: sets('subtitle', text),
    setLayout: sets('layout', enumOf('GridItemLayout')),
    setImage: setsPart('image', part('ImageComponent')),
  },
};

/** https://developers.google.com/apps-script/reference/card-service/image-component */
const imageComponent: PartClass = {
  className: 'ImageComponent',
  members: { setImageUrl: sets('imageUri', text), setAltText: sets('altText', text) },
};

export const gridClasses: readonly PartClass[] = [grid, gridItem, imageComponent];
