export { DateHolidays } from './date-holidays.js';
