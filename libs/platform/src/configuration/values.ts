import { isIP } from 'node:net';

import { urlWithoutSecrets } from '../url-without-secrets.js';

/** What a value should have been, e.g. `a whole number from 0 to 65535`; undefined when it is right. */
export type Fault = { readonly found: string; readonly right: string } | undefined;

// As JSON: a line break in a value must not break the sentence.
const found = (value: string): string => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
const fault = (value: string, right: string): Fault => ({ found: found(value), right });
const urlFault = (value: string, right: string): Fault => fault(urlWithoutSecrets(value), right);

export function checkUrl(value: string, schemes: readonly string[], example: string): Fault {
  const right = `${listed(schemes.map((scheme) => `${scheme}://`))} and a host, e.g. ${example}`;
  const url = URL.parse(value);
  if (!url || !schemes.includes(url.protocol.slice(0, -1)) || !value.includes('://'))
    return urlFault(value, right);
  // A PostgreSQL behind a socket is named in the query.
  const hasHost = url.hostname !== '' || url.searchParams.has('host');
  return hasHost ? undefined : urlFault(value, right);
}

const KURRENTDB =
  /^(?:kurrentdb|esdb)(?:\+discover)?:\/\/(?:[^@/?#\s]*@)?([^@/?#\s,]+)(?:,[^@/?#\s,]+)*\/?(?:\?\S*)?$/u;

/** Not for URL.parse: a cluster's connection string names several hosts with ports. */
export function checkEventStoreUrl(value: string): Fault {
  return KURRENTDB.test(value)
    ? undefined
    : urlFault(
        value,
        'kurrentdb:// or kurrentdb+discover:// (or esdb://) and hosts, e.g. kurrentdb://localhost:2113?tls=false',
      );
}

export function checkMailboxUrl(value: string): Fault {
  const url = URL.parse(value);
  const isRight =
    url !== null &&
    ['imap:', 'imaps:'].includes(url.protocol) &&
    url.hostname !== '' &&
    url.username !== '' &&
    url.password !== '';
  return isRight
    ? undefined
    : urlFault(
        value,
        'imap:// or imaps:// with user, password and host, e.g. imaps://USER:PASSWORD@mail.example.org/INBOX',
      );
}

export function checkBucketUrl(value: string): Fault {
  const url = URL.parse(value);
  const isRight =
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username !== '' &&
    url.password !== '' &&
    /^\/[^/]+\/?$/u.test(url.pathname);
  return isRight
    ? undefined
    : urlFault(value, 'https:// with keys, host and bucket, e.g. https://KEY:SECRET@s3.example.org/entente');
}

export function checkBytes(value: string): Fault {
  const isRight = /^[1-9]\d{0,10}$/u.test(value);
  return isRight ? undefined : fault(value, 'a whole number of bytes, e.g. 52428800');
}

export function checkPort(value: string): Fault {
  const isPort = /^\d{1,5}$/u.test(value) && Number(value) <= 65_535;
  return isPort ? undefined : fault(value, 'a whole number from 0 to 65535, where 0 is any free port');
}

export function checkKeptDays(value: string): Fault {
  const days = /^\d{1,4}$/u.test(value) ? Number(value) : 0;
  return days >= 31 && days <= 3_650 ? undefined : fault(value, 'a whole number from 31 to 3650');
}

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/iu;

export function checkHost(value: string): Fault {
  const looksLikeAddress = /^[\d.]+$/u.test(value);
  const isRight = isIP(value) !== 0 || (HOST_NAME.test(value) && !looksLikeAddress);
  return isRight ? undefined : fault(value, 'an IP address or a host name, e.g. 127.0.0.1');
}

export function checkTimeZone(value: string): Fault {
  return isTimeZone(value) ? undefined : fault(value, 'an IANA time zone, e.g. Asia/Shanghai');
}

function isTimeZone(value: string): boolean {
  // Intl takes offsets too, but an offset knows no law.
  if (!/^[A-Za-z]/u.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const ADDRESS = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/u;

export function checkAddress(value: string): Fault {
  return ADDRESS.test(value) ? undefined : fault(value, 'one mail address, e.g. office@example.org');
}

export function checkSender(value: string): Fault {
  const address = /^[^<>\r\n]*<([^<>]+)>$/u.exec(value)?.[1] ?? value;
  return ADDRESS.test(address)
    ? undefined
    : fault(value, 'a mail address, e.g. Entente <office@example.org>');
}

export function checkChoice(value: string, choices: readonly string[]): Fault {
  return choices.includes(value) ? undefined : fault(value, listed(choices));
}

export function checkKey(value: string): Fault {
  if (/^[0-9a-f]{64}$/iu.test(value)) return undefined;
  const what = /^[0-9a-f]*$/iu.test(value)
    ? 'hexadecimal digits'
    : 'characters that are not all hexadecimal digits';
  return {
    found: `${value.length} ${what}`,
    right: '64 hexadecimal digits, e.g. the output of: openssl rand -hex 32',
  };
}

function listed(choices: readonly string[]): string {
  return choices.length === 1
    ? (choices[0] ?? '')
    : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
}
