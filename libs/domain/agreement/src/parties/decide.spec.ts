import {
  BASE,
  BASE_HEAD,
  commands,
  DISTRICT,
  DISTRICT_CHAIR,
  DISTRICT_DEPUTY,
  Letter,
  letterIn,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';
import { inForce } from '../../../../../test/support/framework-letters.js';

const alone = new Letter().after({
  ...commands.propose,
  parties: [{ partyId: BASE, role: 'think-tank-base' }],
});
const inviteDistrict = { type: 'InviteParty', partyId: DISTRICT, role: 'district-association' } as const;

describe('inviting a party', () => {
  it('adds it in its role, with the name it has in the directory', () => {
    const { decision, state } = alone.when(inviteDistrict);
    expect(decision).toEqual([
      {
        type: 'PartyInvited',
        data: {
          partyId: DISTRICT,
          organisation: `organisation-${DISTRICT}@2`,
          name: { zh: '大兴区科学技术协会', en: 'Daxing District Association' },
          role: 'district-association',
        },
      },
    ]);
    expect(state).toMatchObject({ parties: [{ partyId: BASE }, { partyId: DISTRICT }] });
  });

  it('in the role it has is a repeat, even when drafting is over', () => {
    expect(letterIn('drafting').when(inviteDistrict).summary).toEqual([]);
    expect(letterIn('signing').when(inviteDistrict).summary).toEqual([]);
  });

  it('in another role is refused with the one it has', () => {
    expect(letterIn('drafting').when({ ...inviteDistrict, role: 'think-tank-base' }).decision).toEqual({
      refused: { code: 'party-already-invited', field: 'role', facts: { role: 'district-association' } },
    });
  });

  it('in a role another party has is refused', () => {
    expect(alone.when({ ...inviteDistrict, role: 'think-tank-base' }).decision).toEqual({
      refused: { code: 'role-taken', field: 'role', facts: { partyId: BASE } },
    });
  });

  it('in a role the definition does not have is refused', () => {
    expect(alone.when({ ...inviteDistrict, role: 'witness' }).decision).toEqual({
      refused: {
        code: 'unknown-role',
        field: 'role',
        facts: { roles: ['think-tank-base', 'district-association'] },
      },
    });
  });

  it('that nobody registered is refused', () => {
    expect(alone.when({ ...inviteDistrict, partyId: 'nobody' }).decision).toEqual({
      refused: { code: 'unknown-organisation', field: 'partyId' },
    });
  });

  it('after drafting is refused', () => {
    expect(letterIn('signing').when({ ...inviteDistrict, partyId: 'late' }).summary).toBe('wrong-stage');
  });
});

describe('naming a signatory', () => {
  it('names a position of the party that somebody fills', () => {
    expect(letterIn('drafting').when(commands.nameBaseSignatory).decision).toEqual([
      {
        type: 'SignatoryNamed',
        data: { partyId: BASE, positionId: BASE_HEAD, title: { zh: '基地负责人', en: 'Head of the base' } },
      },
    ]);
  });

  it('again is a repeat', () => {
    expect(
      letterIn('drafting').after(commands.nameBaseSignatory).when(commands.nameBaseSignatory).summary,
    ).toEqual([]);
  });

  it('can name another one while the letter is drafted', () => {
    const { organisations } = sampleContext();
    const filled = organisations.map((organisation) => ({
      ...organisation,
      positions: organisation.positions.map((position) => ({ ...position, personId: 'somebody' })),
    }));
    const letter = new Letter(
      letterIn('drafting').after(commands.nameDistrictSignatory).entries,
      sampleContext({ organisations: filled }),
    );
    const { state } = letter.when({ ...commands.nameDistrictSignatory, positionId: DISTRICT_DEPUTY });
    expect(state).toMatchObject({ parties: [{}, { signatory: { positionId: DISTRICT_DEPUTY } }] });
    expect(
      letterIn('signing').when({ ...commands.nameDistrictSignatory, positionId: DISTRICT_DEPUTY }).summary,
    ).toBe('wrong-stage');
  });

  it('takes a position of that very party', () => {
    expect(
      letterIn('drafting').when({ ...commands.nameDistrictSignatory, positionId: BASE_HEAD }).decision,
    ).toEqual({
      refused: {
        code: 'unknown-position',
        field: 'positionId',
        facts: { positions: [DISTRICT_CHAIR, DISTRICT_DEPUTY] },
      },
    });
  });

  it('takes a position that is filled', () => {
    expect(
      letterIn('drafting').when({ ...commands.nameDistrictSignatory, positionId: DISTRICT_DEPUTY }).summary,
    ).toBe('position-vacant');
  });

  it('is nothing for a party that has signed, where the stage that follows still takes parties', () => {
    const another = { ...commands.nameDistrictSignatory, positionId: DISTRICT_DEPUTY };
    expect(inForce.when(another).decision).toMatchObject({
      refused: { code: 'already-signed', field: 'partyId' },
    });
    expect(inForce.when(commands.nameDistrictSignatory).summary).toEqual([]);
  });

  it('takes a party of the agreement that is registered', () => {
    expect(alone.when(commands.nameDistrictSignatory).decision).toEqual({
      refused: { code: 'unknown-party', field: 'partyId', facts: { parties: [BASE] } },
    });
    const letter = new Letter(alone.entries, sampleContext({ organisations: [] }));
    expect(letter.when(commands.nameBaseSignatory).summary).toBe('unknown-organisation');
  });
});
