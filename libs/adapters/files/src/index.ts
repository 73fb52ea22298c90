export * from './blobs.js';
export * from './disk-blobs.js';
export { ALLOWED_TYPES } from './formats.js';
export * from './open-files.js';
export * from './s3-blobs.js';
export * from './sealed-files.js';
