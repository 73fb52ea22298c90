export * from './calendar.js';
export { chinaCalendar } from './china-calendar.js';
export * from './due-dates.js';
export * from './working-days.js';
