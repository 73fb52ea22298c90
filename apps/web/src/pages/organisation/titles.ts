import type { LocalText, OrganisationDetail } from '../../api/types.js';

export type Position = OrganisationDetail['positions'][number];
export type Tenure = Position['tenures'][number];

/** What the position was called last. */
export const titleOf = ({ tenures }: Position): LocalText | undefined => tenures.at(-1)?.title;

/** Who holds it now; undefined while it is vacant. */
export const holderNow = ({ tenures }: Position): Tenure | undefined => {
  const last = tenures.at(-1);
  return last?.until === undefined ? last : undefined;
};
