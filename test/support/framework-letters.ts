import { definitionOf } from '@entente/agreement';

import {
  BASE,
  BASE_HEAD,
  commands,
  DISTRICT,
  DISTRICT_CHAIR,
  Letter,
  organisations,
  sampleContext,
} from './agreement-builders.js';

/** No party yet: it may join. */
export const COLLEGE = '10000000-0000-4000-8000-0000000000c0';
export const DEAN = '20000000-0000-4000-8000-0000000000d0';
const definition = definitionOf('framework@1')!;
const withCollege = [
  ...organisations,
  {
    organisationId: COLLEGE,
    revision: 4,
    name: { zh: '农学院', en: 'Agricultural College' },
    positions: [{ positionId: DEAN, title: { zh: '院长', en: 'Dean' }, personId: 'dean' }],
  },
];
const proposed = new Letter([], sampleContext({ definition, organisations: withCollege })).after({
  ...commands.propose,
  kind: 'framework',
  parties: [
    { partyId: BASE, role: 'convener' },
    { partyId: DISTRICT, role: 'member' },
  ],
});
const textHash = proposed.state.textHash ?? '';
export const signing = proposed
  .after({ type: 'NameSignatory', partyId: BASE, positionId: BASE_HEAD })
  .after({ type: 'NameSignatory', partyId: DISTRICT, positionId: DISTRICT_CHAIR })
  .after({ type: 'ApproveText', partyId: BASE, textHash })
  .after({ type: 'ApproveText', partyId: DISTRICT, textHash })
  .after(commands.submitForSigning);
export const inForce = signing.after(commands.signBase).after(commands.signDistrict);
