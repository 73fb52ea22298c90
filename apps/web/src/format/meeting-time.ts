import type { Language } from '../api/types.js';
import { dayText } from './days.js';

/** By the clock on its wall: `2026-12-23T14:00` → 23 Dec 2026, 14:00. */
export function meetingTime(at: string, language: Language): string {
  const [day = '', time = ''] = at.split('T');
  return language === 'zh' ? `${dayText(day, language)}${time}` : `${dayText(day, language)}, ${time}`;
}

export const meetingDay = (at: string): string => at.slice(0, 10);
