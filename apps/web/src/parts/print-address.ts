/** As many as the API puts into one PDF. */
export const PRINTED_TOGETHER = 50;

/** Where one PDF of all these letters is, in their order. */
export function printAddress(letters: readonly { readonly agreementId: string }[]): string {
  const asked = new URLSearchParams(letters.map(({ agreementId }) => ['agreement', agreementId]));
  asked.set('language', 'both');
  return `/api/documents?${asked.toString()}`;
}
