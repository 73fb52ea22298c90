import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { NameAtVersion } from '../../fields/fields.js';
import { StageNames } from '../../fields/stage-names.js';

type BodyOf<Command extends { readonly type: string }> = Omit<Command, 'type'>;

@ApiSchema({ name: 'MigrateDefinition' })
export class MigrateDefinitionDto implements BodyOf<agreement.MigrateDefinition> {
  @NameAtVersion({ description: 'the definition it is to go by, of the same kind' })
  readonly to!: string;

  @StageNames({
    optional: true,
    description: 'what the other definition calls a stage, by its name now; absent: the same',
  })
  readonly stages?: Readonly<Record<string, string>>;
}
