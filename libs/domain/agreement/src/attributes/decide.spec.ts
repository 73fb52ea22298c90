import {
  definitionOf,
  type ProposedAgreement,
  type SetAttributes,
  type WorkflowDefinition,
} from '../index.js';
import {
  BASE,
  commands,
  DISTRICT,
  Letter,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';

const letterOfIntent = definitionOf('letter-of-intent@1')!;

/** Drafting cannot be left before the attributes are known. */
const withAttributes: WorkflowDefinition = {
  ...letterOfIntent,
  attributes: {
    type: 'object',
    properties: {
      budget: { type: 'integer', titles: { zh: '预算', en: 'Budget' }, minimum: 0, maximum: 1_000_000 },
      region: {
        type: 'string',
        titles: { zh: '区域', en: 'Region' },
        enum: ['north', 'south'],
        enumTitles: { north: { zh: '北部', en: 'The north' } },
      },
      starts: { type: 'string', format: 'date', titles: { en: 'Starts on' } },
      public: { type: 'boolean', titles: { en: 'Public' } },
      remark: { type: 'string', titles: { en: 'Remark' }, maxLength: 10 },
    },
    required: ['budget'],
    additionalProperties: false,
  },
  stages: letterOfIntent.stages.map((stage) =>
    stage.name === 'drafting' ? { ...stage, activities: [...stage.activities, 'attributes@1'] } : stage,
  ),
};

const drafted = new Letter([], sampleContext({ definition: withAttributes })).after(commands.propose);

function set(values: SetAttributes['values']): SetAttributes {
  return { type: 'SetAttributes', values };
}

function attributesOf({ state }: Letter): ProposedAgreement['attributes'] {
  return state.attributes;
}

describe('attributes of an agreement', () => {
  it('are set together, under the words of the definition', () => {
    expect(drafted.when(set({ budget: 500, region: 'north' })).decision).toEqual([
      {
        type: 'AttributesSet',
        data: {
          values: { budget: 500, region: 'north' },
          labels: {
            budget: { title: { zh: '预算', en: 'Budget' } },
            region: { title: { zh: '区域', en: 'Region' }, value: { zh: '北部', en: 'The north' } },
          },
        },
      },
    ]);
  });

  it('are put right after the stages that ask for them, with a reason; both lines stay', () => {
    const withdrawn = drafted.after(set({ budget: 500, remark: 'first' })).after(commands.withdraw);
    expect(drafted.after(commands.withdraw).when(set({ budget: 1 })).summary).toBe('wrong-stage');
    expect(withdrawn.when(set({ budget: 600 })).summary).toBe('text-missing');
    expect(withdrawn.when({ ...set({ budget: -1 }), reason: 'A slip.' }).summary).toBe('wrong-attribute');
    expect(withdrawn.when({ ...set({ budget: null }), reason: 'A slip.' }).summary).toBe(
      'attribute-required',
    );
    const corrected = withdrawn.after({ ...set({ budget: 600 }), reason: 'A slip.' });
    expect(attributesOf(corrected)).toEqual({ budget: 600, remark: 'first' });
    expect(corrected.history.filter(({ type }) => type === 'AttributesSet')).toHaveLength(2);
    expect(corrected.when({ ...set({ budget: 600 }), reason: 'A slip.' }).summary).toEqual([]);
    const commandId = corrected.commandId(-1);
    const back = corrected.after({ type: 'RetractEntry', commandId, reason: 'It was right.' });
    expect(attributesOf(back)).toEqual({ budget: 500, remark: 'first' });
  });

  it('change one by one; what is set to null is gone', () => {
    const first = drafted.after(set({ budget: 500, remark: 'first' }));
    const second = first.after(set({ budget: 600, remark: null, public: false }));
    expect(attributesOf(second)).toEqual({ budget: 600, public: false });
    expect(second.history.at(-1)?.data).toMatchObject({
      values: { budget: 600, remark: null, public: false },
    });
  });

  it('that are so already decide nothing, also when the stage no longer takes any', () => {
    const known = drafted.after(set({ budget: 500 }));
    expect(known.when(set({ budget: 500, remark: null })).decision).toEqual([]);
    expect(known.after(commands.withdraw).when(set({ budget: 500 })).decision).toEqual([]);
  });

  it('can come with the proposal', () => {
    const proposed = new Letter([], drafted.context).after({
      ...commands.propose,
      attributes: { budget: 1 },
    });
    expect(attributesOf(proposed)).toEqual({ budget: 1 });
  });

  it.each([
    [
      'one that the definition does not have',
      { budget: 1, colour: 'red' },
      'unknown-attribute',
      'values.colour',
    ],
    [
      'a name that every object has',
      { budget: 1, constructor: 'x' },
      'unknown-attribute',
      'values.constructor',
    ],
    ['none of what is required', { region: 'north' }, 'attribute-required', 'values.budget'],
    ['nothing for what is required', { budget: null }, 'attribute-required', 'values.budget'],
    ['a text for a number', { budget: '500' }, 'wrong-attribute', 'values.budget'],
    ['a number below the range', { budget: -1 }, 'wrong-attribute', 'values.budget'],
    ['a number above the range', { budget: 1_000_001 }, 'wrong-attribute', 'values.budget'],
    ['half a unit', { budget: 0.5 }, 'wrong-attribute', 'values.budget'],
    ['a word that is not offered', { budget: 1, region: 'west' }, 'wrong-attribute', 'values.region'],
    ['a day that does not exist', { budget: 1, starts: '2026-02-30' }, 'wrong-attribute', 'values.starts'],
    ['a number for yes or no', { budget: 1, public: 1 }, 'wrong-attribute', 'values.public'],
    ['a text that is too long', { budget: 1, remark: 'eleven char' }, 'text-too-long', 'values.remark'],
    ['an empty text', { budget: 1, remark: ' ' }, 'text-missing', 'values.remark'],
  ])('are refused with %s', (_, values, code, field) => {
    expect(drafted.when(set(values)).decision).toMatchObject({ refused: { code, field } });
  });

  it('are refused where the definition has none', () => {
    const letter = new Letter().after(commands.propose);
    expect(letter.when(set({ budget: 1 })).summary).toBe('wrong-stage');
    const proposal = new Letter().when({ ...commands.propose, attributes: { budget: 1 } });
    expect(proposal.decision).toMatchObject({
      refused: { code: 'unknown-attribute', field: 'attributes.budget' },
    });
  });

  it('are refused in a stage that is not open for them', () => {
    expect(drafted.after(commands.withdraw).when(set({ budget: 1 })).summary).toBe('wrong-stage');
  });

  it('are as they were when the entry that set them is taken back', () => {
    const known = drafted.after(set({ budget: 500 }));
    const taken = known.after({
      type: 'RetractEntry',
      commandId: known.commandId(-1),
      reason: 'Not agreed.',
    });
    expect(attributesOf(taken)).toBeUndefined();
    const later = known.after(set({ remark: 'on top' }));
    const earlier = { type: 'RetractEntry', commandId: later.commandId(-2), reason: 'Not agreed.' } as const;
    expect(later.when(earlier).summary).toBe('later-entries-depend');
  });

  it('can be what a transition waits for', () => {
    const automatic: WorkflowDefinition = {
      ...withAttributes,
      stages: withAttributes.stages.map((stage) =>
        stage.name === 'drafting'
          ? {
              ...stage,
              transitions: [
                { name: 'known', to: 'concluded', command: null, conditions: ['attributes-set@1'] },
                ...stage.transitions,
              ],
            }
          : stage,
      ),
    };
    const letter = new Letter([], sampleContext({ definition: automatic })).after(commands.propose);
    expect(letter.after(set({ budget: 1 })).state.stage).toBe('concluded');
    expect(letter.state.parties.map(({ partyId }) => partyId)).toEqual([BASE, DISTRICT]);
  });
});
