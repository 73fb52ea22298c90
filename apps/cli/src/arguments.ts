import type { StageName } from '@entente/agreement';
import { InvalidArgumentError } from 'commander';

export function stageName(text: string): StageName {
  if (/^[a-z][a-z0-9-]{0,39}$/u.test(text)) return text;
  throw new InvalidArgumentError('It is the name of a stage, such as drafting.');
}

export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,15}$/u.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It is a whole number from ${String(min)} to ${String(max)}.`);
  };
}

/** An instant with its offset, or a local moment with its zone, as UTC ISO text. */
export function instant(text: string): string {
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
  } catch {
    throw new InvalidArgumentError('It is an instant with an offset, such as 2026-03-01T09:00:00+08:00.');
  }
}

export function httpUrl(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href.replace(/\/$/u, '');
  throw new InvalidArgumentError('It is an address such as http://127.0.0.1:3000.');
}

/** `old=new`, on top of those given before. */
export function stageMap(
  text: string,
  before: Readonly<Record<string, StageName>>,
): Readonly<Record<string, StageName>> {
  const [from, to, ...rest] = text.split('=');
  if (from === undefined || to === undefined || rest.length > 0)
    throw new InvalidArgumentError('It is two names of stages, such as drafting=writing.');
  return { ...before, [stageName(from)]: stageName(to) };
}
