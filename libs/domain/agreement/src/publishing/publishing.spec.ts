import { given, type PastEntry } from '@entente/event-sourcing';

import type { DefinitionPublished } from '../events.js';
import type { WorkflowDefinition } from '../workflow/definition.js';
import { definitionOf } from '../workflow/definitions.js';
import { versionOf, workflowDecider, type PublishDefinition } from './publishing.js';

const first: WorkflowDefinition = {
  ...definitionOf('memorandum@1')!,
  name: 'exchange',
  kind: 'exchange',
  numberPattern: 'EXC-{year}-{number:4}',
};
const second: WorkflowDefinition = { ...first, version: 2, title: { en: 'Exchange, simplified' } };

const command = (definition: object): PublishDefinition => ({ type: 'PublishDefinition', definition });
const published = (definition: WorkflowDefinition): PastEntry<DefinitionPublished> => ({
  facts: [{ type: 'DefinitionPublished', data: { definition } }],
});
const when = (definition: object, ...past: readonly WorkflowDefinition[]) =>
  given(workflowDecider, ...past.map(published)).when(command(definition), { name: 'exchange' });

describe('publishing a definition', () => {
  it('keeps the whole of it, version by version', () => {
    expect(when(first).decision).toEqual([{ type: 'DefinitionPublished', data: { definition: first } }]);
    const { state } = when(second, first);
    expect([versionOf(state, 1), versionOf(state, 2), versionOf(state, 3)]).toEqual([
      first,
      second,
      undefined,
    ]);
  });

  it('decides nothing when the same one is published again, whatever the order of its fields', () => {
    const { title, ...rest } = first;
    expect(when({ ...rest, title }, first, second).decision).toEqual([]);
  });

  it.each([
    [
      'another content under a published version',
      { ...first, title: { en: 'Else' } },
      'version-published',
      'version',
    ],
    ['a version that leaves one out', { ...first, version: 3 }, 'version-skipped', 'version'],
    ['another kind than before', { ...second, kind: 'visit' }, 'kind-changed', 'kind'],
    ['what is not a definition', { name: 'exchange' }, 'definition-faulty', 'definition'],
    ['another name than its stream', { ...second, name: 'visit' }, 'unknown-definition', 'name'],
    [
      'the numbers of another kind',
      { ...second, numberPattern: 'MOU-{year}-{number:4}' },
      'pattern-taken',
      'numberPattern',
    ],
  ])('is refused with %s', (_, definition, code, field) => {
    expect(when(definition, first).decision).toMatchObject({ refused: { code, field } });
  });

  it('is refused under the name of a shipped one', () => {
    const memorandum = { ...definitionOf('memorandum@1')!, version: 2 };
    const { decision } = given(workflowDecider).when(command(memorandum), { name: 'memorandum' });
    expect(decision).toMatchObject({ refused: { code: 'name-shipped', field: 'name' } });
  });

  it('names every fault with its place', () => {
    const { decision } = when({ ...first, initial: 'nowhere' });
    expect(decision).toMatchObject({
      refused: { facts: { faults: [{ pointer: '/initial', code: 'unknown-stage' }] } },
    });
  });
});
