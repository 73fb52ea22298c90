import { conditionName, CONDITIONS, COUNTED_CONDITIONS } from './conditions.js';
import { commandsOpenIn, definitionOf, definitions, stagesOpenFor } from './definitions.js';

describe.each(
  definitions().map((definition) => [`${definition.name}@${definition.version}`, definition] as const),
)('%s', (name, definition) => {
  const stages = new Map(definition.stages.map((stage) => [stage.name, stage]));

  it('is found under its name', () => {
    expect(definitionOf(name)).toBe(definition);
  });

  it('reaches every stage from its first one, and leads nowhere else', () => {
    const reached = new Set([definition.initial]);
    for (const stage of reached) for (const { to } of stages.get(stage)?.transitions ?? []) reached.add(to);
    expect(reached).toEqual(new Set(stages.keys()));
  });

  it('moves by itself only under a condition, so that it comes to rest', () => {
    const automatic = definition.stages.flatMap(({ transitions }) =>
      transitions.filter(({ command }) => command === null),
    );
    expect(automatic.every(({ conditions }) => conditions.length > 0)).toBe(true);
  });

  it('knows every condition, and can compute every deadline', () => {
    const known = Object.keys({ ...CONDITIONS, ...COUNTED_CONDITIONS });
    for (const { transitions, deadline } of definition.stages) {
      for (const { conditions } of transitions)
        expect(known).toEqual(expect.arrayContaining(conditions.map(conditionName)));
      if (deadline) expect(deadline.duration).toMatch(/^P[1-9]\d*D$/);
    }
  });

  it('does nothing in a final stage, and has no deadline there', () => {
    for (const stage of definition.stages.filter(({ transitions }) => transitions.length === 0)) {
      expect(commandsOpenIn(definition, stage.name)).toEqual([]);
      expect(stage.deadline).toBeUndefined();
    }
  });

  it('begins with a text in both languages', () => {
    for (const { renditions } of definition.template) {
      for (const { heading, body } of Object.values(renditions)) expect([heading, body]).not.toContain('');
    }
  });
});

describe('definitions', () => {
  it('one that this version does not know is not found', () => {
    expect(definitionOf('letter-of-intent@2')).toBeUndefined();
    expect(definitionOf('__proto__')).toBeUndefined();
  });

  it('tell in which stages a command is open', () => {
    const definition = definitions()[0]!;
    expect(stagesOpenFor(definition, 'WithdrawAgreement')).toEqual(['drafting', 'signing']);
    expect(stagesOpenFor(definition, 'NumberAgreement')).toEqual([]);
  });
});
