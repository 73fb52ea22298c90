import { otherwise } from '../decision.js';
import type { Party, Signature } from '../state.js';
import type { WorkflowDefinition } from '../workflow/definition.js';
import type { SigningRule } from '../words.js';

/** The rule by which the party signs, as its role in the definition says. */
export function ruleOf(
  { partyRoles }: Pick<WorkflowDefinition, 'partyRoles'>,
  { role }: Pick<Party, 'role'>,
): SigningRule {
  return partyRoles.find((known) => known.role === role)?.signingRule ?? 'head';
}

/** Whether the party has signed with these signatures. */
export function hasSigned(rule: SigningRule, signatures: readonly Signature[]): boolean {
  switch (rule) {
    case 'head':
      return signatures.length > 0;
    case 'head-and-seal':
      return signatures.some(isSeal) && !signatures.every(isSeal);
    case 'any-two':
      return new Set(signatures.map(({ positionId }) => positionId)).size > 1;
    default:
      return otherwise(rule, false);
  }
}

/** What the signatory still has to do where all goes as planned. */
export function meansAskedOf(
  definition: Pick<WorkflowDefinition, 'partyRoles'>,
  party: Party,
): readonly ('ink' | 'seal')[] {
  if (party.signed) return [];
  if (ruleOf(definition, party) !== 'head-and-seal') return ['ink'];
  const { signatures } = party;
  return (['ink', 'seal'] as const).filter(
    (means) => !signatures.some((one) => isSeal(one) === (means === 'seal')),
  );
}

/** Whether this one is given already: by the same position, and, where a seal is asked for too, of the same kind. */
export function isGiven(
  rule: SigningRule,
  given: readonly Signature[],
  { positionId, means }: Pick<Signature, 'positionId' | 'means'>,
): Signature | undefined {
  if (rule === 'head-and-seal') return given.find((one) => isSeal(one) === (means === 'seal'));
  return given.find((one) => one.positionId === positionId);
}

function isSeal({ means }: Pick<Signature, 'means'>): boolean {
  return means === 'seal';
}
