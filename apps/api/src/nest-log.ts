import type { Log } from '@entente/platform';
import type { LoggerService } from '@nestjs/common';

/** Nest's own messages in our log; its chatter about routes is left out. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(): void {
    return;
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.target.warn({ context: contextOf(rest) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const error = [message, ...rest].find((one) => one instanceof Error);
    this.target.error({ context: contextOf(rest), ...(error ? { err: error } : {}) }, String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

function contextOf(rest: readonly unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}
