export * from './letter-maker.js';
