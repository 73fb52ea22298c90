import { getMetadataStorage } from 'class-validator';
import fc from 'fast-check';

import * as bodies from '../../apps/api/src/agreements/dto/command-bodies.js';
import * as directory from '../../apps/api/src/directory/directory.dto.js';
import { isRight } from '../../apps/api/src/fields/known-fields.js';
import { RequestPipe } from '../../apps/api/src/requests/validate.js';
import * as session from '../../apps/api/src/session/session.dto.js';

type Dto = new () => object;

const UUID = '00000000-0000-4000-8000-000000000000';
const members = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    'a word',
    'a-word',
    'Purpose',
    'zh',
    'en',
    UUID,
    'ab'.repeat(32),
    '2026-02-28',
    '2026-02-30',
    'x@y.z',
  ],
  ...[
    'Asia/Shanghai',
    'ink',
    'forum',
    'passed',
    'coordinator',
    'x'.repeat(301),
    null,
    true,
    0,
    -1,
    7,
    1.5,
    undefined,
  ],
  ...[
    [],
    ['coordinator'],
    ['coordinator', 'coordinator'],
    ['nobody'],
    {},
    { zh: '协' },
    { en: '' },
    { fr: 'x' },
  ],
  ...[
    { zh: '协', fr: 'x' },
    [{ partyId: UUID, role: 'base' }],
    [{ partyId: UUID }],
    [{}],
    [null],
    [[]],
    { zh: { en: 'x' } },
  ],
);

describe('a body that is taken for right at first sight', () => {
  const pipe = new RequestPipe();
  const dtos = [bodies, directory, session].flatMap(
    (all) => Object.values(all).filter((value) => typeof value === 'function') as Dto[],
  );

  it('is right when every field is looked at for what to say about it, and the other way round', async () => {
    let right = 0;
    for (const dto of dtos) {
      const names = fieldNames(dto);
      const body = fc.record(Object.fromEntries([...names, 'unknown'].map((name) => [name, members])), {
        requiredKeys: [],
      });
      await fc.assert(
        fc.asyncProperty(body, fc.constantFrom(...names, 'none'), async (some, without) => {
          const given = Object.fromEntries(
            Object.entries(some).filter(([name, value]) => name !== without && value !== undefined),
          );
          const atFirstSight = isRight(dto, given);
          const inFull = await accepts(pipe, dto, given);
          if (inFull) right += 1;
          expect([dto.name, given, atFirstSight]).toEqual([dto.name, given, inFull]);
        }),
        { numRuns: 60 },
      );
    }
    expect(right).toBeGreaterThan(50);
  });
});

/** Past the first sight: whatever it says, class-validator is asked. */
async function accepts(pipe: RequestPipe, dto: Dto, value: object): Promise<boolean> {
  try {
    // A query goes straight to the full check; forbidden names apart it is the same for both.
    await pipe.transform({ ...value }, { type: 'query', metatype: dto });
    return true;
  } catch {
    return false;
  }
}

/** What the full check misses in an empty body, and what it knows beside. */
function fieldNames(dto: Dto): string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))];
}
