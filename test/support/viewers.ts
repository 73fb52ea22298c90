import type { Viewer } from '@entente/access';
import type { PositionRole } from '@entente/directory';

import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  COORDINATOR,
  DISTRICT,
  DISTRICT_CHAIR,
  DISTRICT_PERSON,
  HEAD,
} from './agreement-builders.js';

export const DEPARTMENT = '10000000-0000-4000-8000-000000000009';
export const DESK = '20000000-0000-4000-8000-000000000009';
export const AUDITOR = '30000000-0000-4000-8000-000000000008';

function viewer(
  personId: string,
  organisationId: string,
  positionId: string,
  roles: readonly PositionRole[],
): Viewer {
  return { space: 'main', personId, positions: [{ positionId, organisationId, roles }] };
}

/** One of each kind, for the letters of `agreement-builders`. */
export const viewers = {
  coordinator: viewer(COORDINATOR, DEPARTMENT, DESK, ['coordinator']),
  auditor: viewer(AUDITOR, DEPARTMENT, 'audit-office', ['auditor']),
  /** Holds the position that signs for the base. */
  baseHead: viewer(BASE_PERSON, BASE, BASE_HEAD, ['representative', 'signatory']),
  /** Works for the base, in a position without any role. */
  baseMember: viewer('30000000-0000-4000-8000-000000000007', BASE, 'base-researcher', []),
  districtChair: viewer(DISTRICT_PERSON, DISTRICT, DISTRICT_CHAIR, ['representative', 'signatory']),
  /** Belongs to an organisation that is no party. */
  stranger: viewer('30000000-0000-4000-8000-000000000006', 'elsewhere', 'elsewhere-chair', ['signatory']),
  /** Fills no position. */
  nobody: { space: 'main', personId: '30000000-0000-4000-8000-000000000005', positions: [] },
} satisfies Record<string, Viewer>;

/** The coordinator's superior, who is one too. */
export const head = viewer(HEAD, DEPARTMENT, 'department-head', ['coordinator']);
