import type { Language, Rendition } from '../../../api/types.js';

/** One section in one language, whether it is read or written. */
export interface RenditionProps {
  readonly agreementId: string;
  readonly sectionId: string;
  /** Of the section, where this rendition has none. */
  readonly heading: string;
  readonly language: Language;
  readonly rendition: Rendition | undefined;
  readonly editable: boolean;
}
