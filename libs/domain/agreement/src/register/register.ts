import type { Decider } from '@entente/event-sourcing';

import type { ReferenceNumberAssigned } from '../events.js';

export interface AssignReferenceNumbers {
  readonly type: 'AssignReferenceNumbers';
  /** In the order in which they are numbered; those that have a number keep it. */
  readonly agreementIds: readonly string[];
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
  AssignReferenceNumbers,
  ReferenceNumberAssigned,
  object,
  never
> = {
  initial: { status: 'empty' },
  schemaVersions: { ReferenceNumberAssigned: 1 },
  decide(register, { agreementIds, kind, year, pattern }, { nextRevision }) {
    const numbered = numbersIn(register, new Set(agreementIds));
    const without = [...new Set(agreementIds)].filter((agreementId) => !numbered.has(agreementId));
    return without.map((agreementId, index) => ({
      type: 'ReferenceNumberAssigned',
      data: { agreementId, kind, year, number: formatNumber(pattern, year, nextRevision + 1 + index) },
    }));
  },
  evolve(before, { data: { agreementId, number } }) {
    return { status: 'numbered', agreementId, number, before };
  },
};

/** The numbers the register gave these agreements. */
export function numbersIn(
  register: Register,
  agreementIds: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (let line = register; line.status === 'numbered'; line = line.before) {
    if (numbers.size === agreementIds.size) break;
    if (agreementIds.has(line.agreementId)) numbers.set(line.agreementId, line.number);
  }
  return numbers;
}

/** `LOI-{year}-{number:4}`, 2026, 7 → `LOI-2026-0007`. */
export function formatNumber(pattern: string, year: number, number: number): string {
  return pattern
    .replaceAll('{year}', String(year))
    .replaceAll(/\{number(?::(\d{1,2}))?\}/g, (_, width?: string) =>
      String(number).padStart(Number(width ?? 0), '0'),
    );
}
