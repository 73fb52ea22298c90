import type { Party, ProposedAgreement, Signature } from '../state.js';

/** The signature that the entry recorded, and whose it is; undefined when it recorded none. */
export function signatureOfEntry(
  { entries, parties }: ProposedAgreement,
  commandId: string,
): { readonly party: Party; readonly signature: Signature } | undefined {
  const found = parties.flatMap((party) => {
    const { partyId, voided = [], signatures } = party;
    // One entry records one signature, and both stand in the order in which they came.
    const place = entries
      .filter(({ types, subjects }) => subjects.includes(partyId) && types.some(isSignature))
      .findIndex((entry) => entry.commandId === commandId);
    const signature = [...voided, ...signatures][place];
    return signature ? [{ party, signature }] : [];
  });
  return found[0];
}

function isSignature(type: string): boolean {
  return type === 'SignatureRecorded' || type === 'PartyAcceded';
}
