import 'i18next';

import type { Messages } from './en.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Messages };
  }
}
