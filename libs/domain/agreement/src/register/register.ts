import type { Decider } from '@entente/event-sourcing';

import type { ReferenceNumberAssigned } from '../events.js';

export interface AssignReferenceNumber {
  readonly type: 'AssignReferenceNumber';
  readonly agreementId: string;
  readonly kind: string;
  readonly year: number;
  /** `{year}` and `{number}`, or `{number:4}` to fill up with zeros. */
  readonly pattern: string;
}

/**
 * The numbers given so far, newest first. A chain, because a register grows long and each number would otherwise
 * copy all earlier ones.
 */
export type Register =
  | { readonly status: 'empty' }
  | {
      readonly status: 'numbered';
      readonly agreementId: string;
      readonly number: string;
      readonly before: Register;
    };

/** The numbers of one kind and year: its stream holds nothing else, so the number is revision + 1, without gaps. */
export const registerDecider: Decider<
  Register,
  AssignReferenceNumber,
  ReferenceNumberAssigned,
  object,
  never
> = {
  initial: { status: 'empty' },
  schemaVersions: { ReferenceNumberAssigned: 1 },
  decide(register, { agreementId, kind, year, pattern }, { nextRevision }) {
    if (numberIn(register, agreementId) !== undefined) return [];
    const number = formatNumber(pattern, year, nextRevision + 1);
    return [{ type: 'ReferenceNumberAssigned', data: { agreementId, kind, year, number } }];
  },
  evolve(before, { data: { agreementId, number } }) {
    return { status: 'numbered', agreementId, number, before };
  },
};

/** The number the register gave the agreement. */
export function numberIn(register: Register, agreementId: string): string | undefined {
  for (let line = register; line.status === 'numbered'; line = line.before) {
    if (line.agreementId === agreementId) return line.number;
  }
  return undefined;
}

/** `LOI-{year}-{number:4}`, 2026, 7 → `LOI-2026-0007`. */
export function formatNumber(pattern: string, year: number, number: number): string {
  return pattern
    .replaceAll('{year}', String(year))
    .replaceAll(/\{number(?::(\d{1,2}))?\}/g, (_, width?: string) =>
      String(number).padStart(Number(width ?? 0), '0'),
    );
}
