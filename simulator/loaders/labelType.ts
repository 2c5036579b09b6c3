import { formattedType } from '../people/formattedTypes';

/** Kinds of contact data whose entries have a label. */
export type LabelledKind =
  'emailAddresses' | 'phoneNumbers' | 'addresses' | 'urls' | 'relations' | 'events' | 'imClients' | 'organizations';

/** Types that the People API predefines, by kind (https://developers.google.com/people/api/rest/v1/people#Person). */
const TYPES: Readonly<Record<LabelledKind, string>> = {
  emailAddresses: 'home work other',
  phoneNumbers: 'home work mobile homeFax workFax otherFax pager workMobile workPager main googleVoice other',
  addresses: 'home work other',
  urls: 'home work blog profile homePage ftp reservations appInstallPage other',
  relations: 'spouse child mother father parent brother sister friend relative domesticPartner manager assistant referredBy partner',
  events: 'anniversary other',
  imClients: 'home work other',
  organizations: 'work school',
};

/** Words of other languages and of older versions for the commonest types. */
const WORDS: Readonly<Record<string, string>> = {
  'grand central': 'googleVoice',
  cell: 'mobile',
  mobil: 'mobile',
  handy: 'mobile',
  portable: 'mobile',
  móvil: 'mobile',
  cellulare: 'mobile',
  celular: 'mobile',
  мобильный: 'mobile',
  携帯: 'mobile',
  privat: 'home',
  domicile: 'home',
  casa: 'home',
  particular: 'home',
  домашний: 'home',
  自宅: 'home',
  arbeit: 'work',
  geschäftlich: 'work',
  bureau: 'work',
  travail: 'work',
  trabajo: 'work',
  lavoro: 'work',
  trabalho: 'work',
  рабочий: 'work',
  勤務先: 'work',
  hauptnummer: 'main',
  andere: 'other',
  sonstige: 'other',
  autre: 'other',
  otro: 'other',
  altro: 'other',
  outro: 'other',
};

/**
 * The People API type of a label as Google Contacts writes it (`Work Fax` → `workFax`), in any case and some languages.
 * A word of the person's own stays as it is: custom types are free text. Undefined when there is no label.
 */
export function labelType(kind: LabelledKind, label: string): string | undefined {
  const word = label.trim();
  if (word === '') return undefined;
  const types = TYPES[kind].split(' ');
  const plain = word.toLowerCase().replace(/[\s_-]+/g, '');
  const known = types.find((type) => type.toLowerCase() === plain);
  if (known !== undefined) return known;
  const translated = WORDS[word.toLowerCase()];
  return translated !== undefined && types.includes(translated) ? translated : word;
}

/**
 * The label that Google Contacts writes for a type, in English (`workFax` → `Work Fax`); the opposite of `labelType`. A Google
 * Voice number still has the name of the service's maker, Grand Central.
 */
export function labelWord(kind: LabelledKind, type: string): string {
  if (!TYPES[kind].split(' ').includes(type)) return type;
  return type === 'googleVoice' ? 'Grand Central' : formattedType(type);
}
