import { enumeration, type EnumValue } from '../enumeration';

/** Members of the enumerations (https://developers.google.com/apps-script/reference/card-service). */
const MEMBERS = {
  BorderType: ['NO_BORDER', 'STROKE'],
  DisplayStyle: ['PEEK', 'REPLACE'],
  GridItemLayout: ['TEXT_BELOW', 'TEXT_ABOVE'],
  Icon: [
    'NONE',
    'AIRPLANE',
    'BOOKMARK',
    'BUS',
    'CAR',
    'CLOCK',
    'CONFIRMATION_NUMBER_ICON',
    'DOLLAR',
    'DESCRIPTION',
    'EMAIL',
    'EVENT_PERFORMER',
    'EVENT_SEAT',
    'FLIGHT_ARRIVAL',
    'FLIGHT_DEPARTURE',
    'HOTEL',
    'HOTEL_ROOM_TYPE',
    'INVITE',
    'MAP_PIN',
    'MEMBERSHIP',
    'MULTIPLE_PEOPLE',
    'OFFER',
    'PERSON',
    'PHONE',
    'RESTAURANT_ICON',
    'SHOPPING_CART',
    'STAR',
    'STORE',
    'TICKET',
    'TRAIN',
    'VIDEO_CAMERA',
    'VIDEO_PLAY',
  ],
  ImageCropType: ['SQUARE', 'CIRCLE', 'RECTANGLE_CUSTOM', 'RECTANGLE_4_3'],
  ImageStyle: ['SQUARE', 'CIRCLE'],
  InputType: ['TEXT', 'INTEGER', 'FLOAT', 'EMAIL'],
  LoadIndicator: ['SPINNER', 'NONE'],
  OnClose: ['NOTHING', 'RELOAD', 'RELOAD_ADD_ON'],
  OpenAs: ['FULL_SIZE', 'OVERLAY'],
  SelectionInputType: ['CHECK_BOX', 'RADIO_BUTTON', 'DROPDOWN', 'SWITCH', 'MULTI_SELECT'],
  SwitchControlType: ['SWITCH', 'CHECK_BOX'],
  TextButtonStyle: ['OUTLINED', 'FILLED', 'FILLED_TONAL', 'BORDERLESS'],
} as const;

export type CardEnum = keyof typeof MEMBERS;

const known = new WeakMap<object, { readonly of: CardEnum; readonly name: string }>();

function remember(of: CardEnum): Readonly<Record<string, EnumValue>> {
  const values = enumeration<string>(of, MEMBERS[of]);
  for (const name of MEMBERS[of]) known.set(values[name] as EnumValue, { of, name });
  return values;
}

/** Enumeration objects by name: `{TextButtonStyle: {OUTLINED, FILLED, …}, …}`. The values are the same in every execution. */
export const cardEnums = Object.fromEntries(Object.keys(MEMBERS).map((of) => [of, remember(of as CardEnum)])) as Readonly<
  Record<CardEnum, Readonly<Record<string, EnumValue>>>
>;

/** The name of an enumeration value, or undefined when `value` is not of that enumeration (a string of the same letters is not). */
export function enumName(of: CardEnum, value: unknown): string | undefined {
  const entry = typeof value === 'object' && value !== null ? known.get(value) : undefined;
  return entry?.of === of ? entry.name : undefined;
}

/** The enumeration a value belongs to, for messages. */
export function enumOfValue(value: object): CardEnum | undefined {
  return known.get(value)?.of;
}
