import type { FileReference, ProposedAgreement } from '@entente/agreement';

/** Every file of the agreement as it stands: whoever may see the agreement may have them. */
export function filesNamedBy(
  agreement: Pick<ProposedAgreement, 'documents' | 'signedCopies'>,
): readonly FileReference[] {
  return [...(agreement.documents ?? []), ...(agreement.signedCopies ?? [])].map(({ file }) => file);
}
