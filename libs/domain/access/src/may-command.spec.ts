import type { AgreementCommand } from '@entente/agreement';

import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  commands,
  complete,
  confirm,
  DISTRICT,
  letterIn,
  TODAY,
  type Letter,
} from '../../../../test/support/agreement-builders.js';
import { DESK, viewers } from '../../../../test/support/viewers.js';
import { mayCommand } from './may-command.js';
import { NUMBERING, SETUP, type Actor } from './viewer.js';

const drafting = letterIn('drafting');
const signing = letterIn('signing').after(commands.signBase, { actor: BASE_PERSON });
/** The base's signing is handed over to its researcher. */
const handedOver = letterIn('signing').with([
  {
    type: 'SigningHandedOver',
    data: { partyId: BASE, positionId: 'base-researcher', title: { en: 'Researcher' } },
  },
]);
const research = letterIn('joint-research').after(commands.planResearch);
const completed = research.after(complete(research));

type Who = keyof typeof viewers;
const WHO: readonly Who[] = [
  'coordinator',
  'auditor',
  'baseHead',
  'baseMember',
  'districtChair',
  'stranger',
  'nobody',
];

/** `own` and `foreign`: for the base and for the district. Columns in the order of WHO: y may, n not allowed, ? unknown. */
const TABLE: readonly (readonly [string, Letter, AgreementCommand, string])[] = [
  ['propose', drafting, commands.propose, 'ynnnnnn'],
  ['invite a party', drafting, { type: 'InviteParty', partyId: 'x', role: 'x' }, 'ynnnn??'],
  ['name one’s own signatory', drafting, commands.nameBaseSignatory, 'ynyyn??'],
  ['name a foreign signatory', drafting, commands.nameDistrictSignatory, 'ynnny??'],
  [
    'revise the text',
    drafting,
    { type: 'ReviseSection', sectionId: 'a', rendition: 'en', heading: '', body: '', baseHash: null },
    'ynyyy??',
  ],
  ['approve for one’s own party', drafting, { type: 'ApproveText', partyId: BASE, textHash: '' }, 'nnyyn??'],
  [
    'approve for a foreign party',
    drafting,
    { type: 'ApproveText', partyId: DISTRICT, textHash: '' },
    'nnnny??',
  ],
  ['serve the text for one’s own party', drafting, { type: 'ServeText', partyId: BASE }, 'nnyyn??'],
  ['serve the text for a foreign party', drafting, { type: 'ServeText', partyId: DISTRICT }, 'nnnny??'],
  ['serve the text for the coordinators', drafting, { type: 'ServeText' }, 'ynnnn??'],
  ['attach an annex', drafting, { type: 'AttachAnnex', sha256: '', title: {} }, 'ynyyy??'],
  ['remove an annex', drafting, { type: 'RemoveAnnex', sha256: '' }, 'ynyyy??'],
  [
    'comment on one’s own side',
    drafting,
    { type: 'AddComment', partyId: BASE, audience: 'own-side', text: '' },
    'nnyyn??',
  ],
  [
    'comment on a foreign side',
    drafting,
    { type: 'AddComment', partyId: DISTRICT, audience: 'own-side', text: '' },
    'nnnny??',
  ],
  [
    'comment on the coordinators’ side',
    drafting,
    { type: 'AddComment', audience: 'own-side', text: '' },
    'ynnnn??',
  ],
  [
    'resolve a comment on one’s own side',
    drafting,
    { type: 'ResolveComment', partyId: BASE, commentId: '' },
    'nnyyn??',
  ],
  [
    'resolve a comment on the coordinators’ side',
    drafting,
    { type: 'ResolveComment', commentId: '' },
    'ynnnn??',
  ],
  [
    'reopen a comment on a foreign side',
    drafting,
    { type: 'ReopenComment', partyId: DISTRICT, commentId: '' },
    'nnnny??',
  ],
  ['submit for signing', drafting, commands.submitForSigning, 'ynnnn??'],
  ['record one’s own signature', signing, commands.signBase, 'ynynn??'],
  ['record a foreign signature', signing, commands.signDistrict, 'ynnny??'],
  ['record a signature before a signatory is named', drafting, commands.signBase, 'ynnnn??'],
  ['decline for one’s own party', signing, { ...commands.declineDistrict, partyId: BASE }, 'ynynn??'],
  ['decline for a foreign party', signing, commands.declineDistrict, 'ynnny??'],
  [
    'hand one’s own signing over',
    signing,
    { type: 'HandOverSigning', partyId: BASE, positionId: 'x' },
    'ynynn??',
  ],
  [
    'hand a foreign signing over',
    signing,
    { type: 'HandOverSigning', partyId: DISTRICT, positionId: 'x' },
    'ynnny??',
  ],
  ['sign as a substitute', handedOver, commands.signBase, 'ynyyn??'],
  ['set the order of signing', signing, { type: 'OrderSigning', groups: [] }, 'ynnnn??'],
  ['reopen drafting', signing, { type: 'ReopenDrafting', reason: 'x' }, 'ynnnn??'],
  ['close a declined letter', signing, commands.closeDeclined, 'ynnnn??'],
  ['plan one’s own milestone', research, commands.planResearch, 'ynyyn??'],
  ['plan a foreign milestone', research, { ...commands.planResearch, ownerPartyId: DISTRICT }, 'ynnny??'],
  ['cancel a milestone', research, { type: 'CancelMilestone', milestoneId: 'x', reason: 'x' }, 'ynnnn??'],
  ['report one’s own milestone', research, complete(research), 'nnyyn??'],
  [
    'report a milestone there is none of',
    research,
    { type: 'CompleteMilestone', milestoneId: 'nothing', completedOn: TODAY },
    'ynyyy??',
  ],
  ['confirm for one’s own party', completed, confirm(completed, BASE), 'nnyyn??'],
  ['confirm for a foreign party', completed, confirm(completed, DISTRICT), 'nnnny??'],
  ['submit for review', research, commands.submitForReview, 'ynnnn??'],
  ['give a verdict', letterIn('review'), commands.pass, 'ynnnn??'],
  ['conclude', letterIn('review'), commands.conclude, 'ynnnn??'],
  ['withdraw', drafting, commands.withdraw, 'ynnnn??'],
  [
    'take one’s own entry back',
    signing,
    { type: 'RetractEntry', commandId: signing.commandId(-1), reason: '' },
    'ynynn??',
  ],
  [
    'take an unknown entry back',
    signing,
    { type: 'RetractEntry', commandId: 'nothing', reason: '' },
    'ynyyy??',
  ],
  ['number', drafting, commands.number, 'nnnnn??'],
];

function verdict(actor: Actor, command: AgreementCommand, letter: Letter): string {
  const permission = mayCommand(actor, command, letter.state);
  if (!('refused' in permission)) return 'y';
  return permission.refused.code === 'not-allowed' ? 'n' : '?';
}

describe('who may do what', () => {
  it.each(TABLE)('%s', (_, letter, command, expected) => {
    expect(WHO.map((who) => verdict(viewers[who], command, letter)).join('')).toBe(expected);
  });

  it('the table has every command', () => {
    expect(new Set(TABLE.map(([, , { type }]) => type)).size).toBe(28);
  });

  it('an agreement that is not there is unknown to everybody, and only a proposal finds its way', () => {
    for (const who of WHO) {
      const unknown = mayCommand(viewers[who], commands.withdraw, { stage: null });
      expect(unknown).toEqual({ refused: { code: 'unknown-agreement' } });
    }
    expect(mayCommand(viewers.coordinator, commands.propose, { stage: null })).toEqual({
      allowed: true,
      actingAs: DESK,
    });
  });

  it('automations do the one thing they are for', () => {
    const numbering = { space: 'main', system: NUMBERING } as const;
    const setup = { space: 'main', system: SETUP } as const;
    for (const [, letter, command] of TABLE) {
      expect([command.type, verdict(numbering, command, letter)]).toEqual([
        command.type,
        command.type === 'NumberAgreement' ? 'y' : 'n',
      ]);
      expect(verdict(setup, command, letter)).toBe('n');
    }
  });
});

describe('the position somebody acts in', () => {
  it('is the signing one for a signature, and the coordinator’s where it is theirs to record', () => {
    expect(mayCommand(viewers.baseHead, commands.signBase, signing.state)).toEqual({
      allowed: true,
      actingAs: BASE_HEAD,
    });
    expect(mayCommand(viewers.coordinator, commands.signBase, signing.state)).toEqual({
      allowed: true,
      actingAs: DESK,
    });
  });

  it('is the party’s, for somebody who also coordinates', () => {
    const both = {
      ...viewers.baseMember,
      positions: [...viewers.coordinator.positions, ...viewers.baseMember.positions],
    };
    const approval = { type: 'ApproveText', partyId: BASE, textHash: '' } as const;
    expect(mayCommand(both, approval, drafting.state)).toEqual({
      allowed: true,
      actingAs: 'base-researcher',
    });
    expect(mayCommand(both, commands.submitForSigning, drafting.state)).toEqual({
      allowed: true,
      actingAs: DESK,
    });
  });

  it('an auditor’s position acts in nothing, even in a party’s own house', () => {
    const position = viewers.baseHead.positions[0]!;
    const auditing = {
      ...viewers.baseHead,
      positions: [{ ...position, roles: ['auditor', 'coordinator'] as const }],
    };
    for (const [, letter, command] of TABLE)
      expect([command.type, verdict(auditing, command, letter)]).toEqual([command.type, 'n']);
  });

  it('signing is the named position’s, whoever else the organisation has', () => {
    const elsewhere = {
      ...viewers.baseHead,
      positions: [{ positionId: BASE_HEAD, organisationId: DISTRICT, roles: [] }],
    };
    expect(verdict(elsewhere, commands.signBase, signing)).toBe('n');
  });
});
