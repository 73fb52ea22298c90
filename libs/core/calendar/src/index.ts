export * from './calendar.js';
export * from './calendar-names.js';
export * from './check-calendar.js';
export { chinaCalendar } from './china-calendar.js';
export * from './coverage.js';
export * from './difference.js';
export * from './due-dates.js';
export * from './working-days.js';
