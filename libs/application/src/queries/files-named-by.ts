import type { FileReference, ProposedAgreement } from '@entente/agreement';

/** Every file of the agreement as it stands: whoever may see the agreement may have them. */
export function filesNamedBy(
  agreement: Pick<ProposedAgreement, 'textFiles' | 'annexes' | 'documents' | 'signedCopies'>,
): readonly FileReference[] {
  const { textFiles = [], annexes = [], documents = [], signedCopies = [] } = agreement;
  return [...textFiles, ...annexes, ...documents, ...signedCopies].map(({ file }) => file);
}
