import type { CookieOptions } from '@entente/identity';

import type { ApiSettings } from '../settings.js';

export function cookieOptions({ publicUrl }: Pick<ApiSettings, 'publicUrl'>): CookieOptions {
  return { secure: publicUrl.startsWith('https:') };
}
