import type { LocalText } from '@entente/agreement';

/** Where a command's own words go; notes and progress go to standard error, so `--json` can be piped. */
export interface Output {
  print(text: string): void;
  note(text: string): void;
}

export const terminal: Output = {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
};

export type Language = 'zh' | 'en';

/** The terminal's language, as POSIX tells it. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function inLanguage(text: LocalText | null | undefined, language: Language): string {
  if (!text) return '';
  const [first, second] = language === 'zh' ? [text.zh, text.en] : [text.en, text.zh];
  return first ?? second ?? '';
}

/** A line that is rewritten while long work goes on; in a pipe only the last state is written. */
export function progressLine(
  what: string,
  total?: number,
): { show(done: number): void; end(done: number): void } {
  const line = (done: number): string =>
    `${what}: ${String(done)}${total === undefined ? '' : ` of ${String(total)}`}`;
  return {
    show(done) {
      if (process.stderr.isTTY) process.stderr.write(`\r${line(done)}`);
    },
    end(done) {
      process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${line(done)}\n`);
    },
  };
}
