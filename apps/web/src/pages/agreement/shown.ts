import type { Agreement, AgreementDetail } from '../../api/types.js';

/** The state the page shows, and what is needed to read it. */
export interface Shown {
  readonly agreementId: string;
  readonly agreement: Agreement;
  /** Nothing can be done in a past state. */
  readonly isPast: boolean;
  /** IANA zone its local days are meant in. */
  readonly zone: string;
  readonly names: AgreementDetail['names'];
}
