/** It goes on under another version of its definition, or under another definition of its kind. */
export interface MigrateDefinition {
  readonly type: 'MigrateDefinition';
  /** `name@version`. */
  readonly to: string;
  /** What the other definition calls a stage, by its name now; absent: the same. */
  readonly stages?: Readonly<Record<string, string>>;
}
