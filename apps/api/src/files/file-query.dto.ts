import { QueryText } from '../fields/query-fields.js';

export class FileQueryDto {
  @QueryText(64, { optional: false, description: 'id or reference number of an agreement that names it' })
  readonly agreement!: string;
}
