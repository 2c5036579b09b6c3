/** English names of predefined types, as `formattedType` and `formattedProtocol` show them; custom types are shown as they are. */
const NAMES = new Map(
  Object.entries({
    homeFax: 'Home Fax',
    workFax: 'Work Fax',
    otherFax: 'Other Fax',
    workMobile: 'Work Mobile',
    workPager: 'Work Pager',
    googleVoice: 'Google Voice',
    homePage: 'Home Page',
    appInstallPage: 'App Install Page',
    ftp: 'FTP',
    domesticPartner: 'Domestic Partner',
    referredBy: 'Referred By',
    loginId: 'Login ID',
    freeBusy: 'Free/Busy',
    aim: 'AIM',
    msn: 'MSN',
    qq: 'QQ',
    icq: 'ICQ',
    googleTalk: 'Google Talk',
    netMeeting: 'NetMeeting',
    OUTLOOK_BILLING_INFORMATION: 'Billing Information',
    OUTLOOK_DIRECTORY_SERVER: 'Directory Server',
  }),
);

const PLAIN = new Set(
  (
    'home work other mobile pager main blog profile reservations spouse child mother father parent brother sister friend relative ' +
    'manager assistant partner anniversary school account customer network organization yahoo skype jabber male female unspecified'
  ).split(' '),
);

export function formattedType(type: string): string {
  return NAMES.get(type) ?? (PLAIN.has(type) ? `${type[0]?.toUpperCase()}${type.slice(1)}` : type);
}
