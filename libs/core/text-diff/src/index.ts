export * from './text-diff.js';
