import '@testing-library/jest-dom/vitest';
import { vi } from 'vitest';

// Backstage's mocks of its APIs are written for jest, and ask for no more of it than this.
Object.assign(globalThis, { jest: vi });
