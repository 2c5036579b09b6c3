import { notSimulated } from '../notSimulated';
/** `Utilities.formatString`: %s, %d, %f, %x with width, zero padding and precision (https://developers.google.com/apps-script/reference/utilities/utilities). */
export const formatString = (template: string, values: readonly unknown[]): string => {
  let next = 0;
  return template.replace(
    /%(-?)(0?)(\d*)(?:\.(\d+))?([a-zA-Z%])/g,
    (directive, left: string, zero: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const text = render(kind, values[next++], precision === undefined ? undefined : Number(precision), directive);
      const size = Number(width);
      if (left === '-') return text.padEnd(size);
      return zero === '0' && text.startsWith('-')
        ? `-${text.slice(1).padStart(size - 1, '0')}`
        : text.padStart(size, zero === '0' ? '0' : ' ');
    },
  );
};

const render = (kind: string, value: unknown, precision: number | undefined, directive: string): string => {
  switch (kind) {
    case 's':
      return String(value).slice(0, precision);
    case 'd':
      return String(Math.trunc(Number(value)));
    case 'f':
      return Number(value).toFixed(precision ?? 6);
    case 'x':
      return Math.trunc(Number(value)).toString(16);
    default:
      throw notSimulated(`the format ${directive} is not simulated`);
  }
};
