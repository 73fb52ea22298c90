import type { BoardFilter } from '../../api/queries.js';

export interface BoardFiltersProps {
  readonly filter: BoardFilter;
  readonly onChange: (part: Partial<BoardFilter>) => void;
}
