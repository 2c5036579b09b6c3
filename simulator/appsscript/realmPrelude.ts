/**
 * JavaScript evaluated first in every script context. It puts Date and Math.random on the virtual clock, the script's time
 * zone and the world's randomness, and returns constructors of that context, so that values handed to a script are
 * instances of its own Array, Object, Date and Error. `host` is described by RealmHost in Realm.ts.
 */
export const REALM_PRELUDE = `(function (host) {
  'use strict';
  const Native = Date;
  const proto = Native.prototype;
  const NativeFormat = Intl.DateTimeFormat;
  const native = {};
  for (const key of Object.getOwnPropertyNames(proto)) native[key] = proto[key];
  const local = (t) => new Native(t + host.offset(t));
  const define = (name, fn) => Object.defineProperty(proto, name, { value: fn, writable: true, configurable: true, enumerable: false });

  for (const unit of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    define('get' + unit, function () {
      return native['getUTC' + unit].call(local(native.getTime.call(this)));
    });
    if (unit === 'Day') continue;
    define('set' + unit, function (...values) {
      let t = native.getTime.call(this);
      if (t !== t && unit !== 'FullYear') return NaN;
      const moved = t !== t ? new Native(0) : local(t);
      native['setUTC' + unit].apply(moved, values);
      return native.setTime.call(this, host.instant(native.getTime.call(moved)));
    });
  }
  define('getYear', function () { return this.getFullYear() - 1900; });
  define('getTimezoneOffset', function () { return -host.offset(native.getTime.call(this)) / 60000; });

  const zoneText = (t) => {
    const minutes = Math.round(host.offset(t) / 60000);
    const size = Math.abs(minutes);
    const name = new NativeFormat('en-US', { timeZone: host.zone, timeZoneName: 'long' }).formatToParts(t).find((p) => p.type === 'timeZoneName').value;
    return 'GMT' + (minutes < 0 ? '-' : '+') + String(Math.floor(size / 60)).padStart(2, '0') + String(size % 60).padStart(2, '0') + ' (' + name + ')';
  };
  const pieces = (date) => {
    const t = native.getTime.call(date);
    if (t !== t) return undefined;
    const [week, day, month, year, time] = native.toUTCString.call(local(t)).replace(',', '').split(' ');
    return { day: [week, month, day, year].join(' '), time: time + ' ' + zoneText(t) };
  };
  define('toString', function () { const p = pieces(this); return p ? p.day + ' ' + p.time : 'Invalid Date'; });
  define('toDateString', function () { const p = pieces(this); return p ? p.day : 'Invalid Date'; });
  define('toTimeString', function () { const p = pieces(this); return p ? p.time : 'Invalid Date'; });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    define(name, function (locales, options) { return native[name].call(this, locales ?? 'en-US', { timeZone: host.zone, ...options }); });
  }

  const ISO_LOCAL = /^[+-]?\\d{4,6}-\\d{2}(-\\d{2})?T\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?$/;
  const ISO_DATE = /^[+-]?\\d{4,6}(-\\d{2}(-\\d{2})?)?$/;
  const ZONED = /(Z|UTC?|GMT|[ECMP][SD]T|[+-]\\d{2}:?\\d{2})(\\s*\\([^)]*\\))?\\s*$/i;
  const parse = (text) => {
    if (ISO_LOCAL.test(text)) return host.instant(Native.parse(text + 'Z'));
    if (ISO_DATE.test(text) || ZONED.test(text)) return Native.parse(text);
    return host.instant(Native.parse(text + ' UTC'));
  };
  const instantOf = (value) => {
    if (value instanceof Native) return native.getTime.call(value);
    let plain = value;
    if (typeof value === 'object' && value !== null) {
      plain = value[Symbol.toPrimitive] ? value[Symbol.toPrimitive]('default') : value.valueOf();
      if (typeof plain === 'object') plain = String(value);
    }
    return typeof plain === 'string' ? parse(plain) : Number(plain);
  };
  const Virtual = { Date: function (...parts) {
    if (!new.target) return new Virtual().toString();
    let t;
    if (parts.length === 0) t = host.now();
    else if (parts.length === 1) t = instantOf(parts[0]);
    else t = host.instant(Native.UTC(...parts));
    return Reflect.construct(Native, [t], new.target);
  } }.Date;
  Virtual.now = function now() { return host.now(); };
  Virtual.parse = function (text) { return parse(String(text)); };
  Virtual.UTC = Native.UTC;
  Object.defineProperty(Virtual, 'length', { value: 7 });
  Object.defineProperty(Virtual, 'prototype', { value: proto, writable: false });
  define('constructor', Virtual);
  Object.defineProperty(globalThis, 'Date', { value: Virtual, writable: true, configurable: true, enumerable: false });

  class DateTimeFormat extends NativeFormat {
    constructor(locales, options) { super(locales ?? 'en-US', { timeZone: host.zone, ...options }); }
    get format() { return (date) => super.format(date === undefined ? host.now() : date); }
    formatToParts(date) { return super.formatToParts(date === undefined ? host.now() : date); }
  }
  const Format = function (locales, options) { return new DateTimeFormat(locales, options); };
  Format.prototype = DateTimeFormat.prototype;
  Format.supportedLocalesOf = NativeFormat.supportedLocalesOf;
  Object.defineProperty(Intl, 'DateTimeFormat', { value: Format, writable: true, configurable: true, enumerable: false });

  Math.random = function random() { return host.random(); };

  return {
    array: () => [],
    object: () => ({}),
    date: (t) => new Native(t),
    error: (name, message) => {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 60;
      const error = new Error(message);
      Error.stackTraceLimit = limit;
      Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true, enumerable: false });
      return error;
    },
  };
})`;
