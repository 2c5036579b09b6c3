import { addressOf, type Header, type Message } from './Mail';

/**
 * The headers of a received message from top to bottom: what Gmail added on arrival stands above what the sender wrote, which may hold
 * forged copies of the same (https://support.google.com/mail/answer/29436). `judged`: whether Gmail wrote Authentication-Results.
 */
export const mailHeaders = (message: Message, deliveredTo: string, judged: boolean): Header[] => [
  ['Delivered-To', deliveredTo],
  ...(judged ? [['Authentication-Results', authenticationResults(message)] as const] : []),
  ['Return-Path', `<${message.envelopeFrom}>`],
  ...message.headers,
  ['MIME-Version', '1.0'],
  ['Date', new Date(message.sentAt).toUTCString().replace('GMT', '+0000')],
  ['Message-ID', message.messageIdHeader],
  ['Subject', message.subject],
  ['From', addressOf(message.name, message.from)],
  ...list('To', message.to),
  ...list('Cc', message.cc),
  ...(message.replyTo === '' ? [] : [['Reply-To', message.replyTo] as const]),
];

const list = (name: string, addresses: readonly string[]): Header[] => (addresses.length === 0 ? [] : [[name, addresses.join(', ')]]);

const authenticationResults = ({ authentication, from, envelopeFrom }: Message): string => {
  const domain = domainOf(from);
  const own = envelopeFrom === from;
  const spf = own ? authentication : 'pass';
  const verdicts = [
    ...(authentication === 'pass' ? [`dkim=pass header.i=@${domain}`] : []),
    `spf=${spf} smtp.mailfrom=${envelopeFrom}`,
    ...(authentication === 'none' ? [] : [`dmarc=${authentication} header.from=${domain}`]),
  ];
  return ['mx.google.com', ...verdicts].join('; ');
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
